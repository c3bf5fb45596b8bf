import type { Grant } from '@domain/access/roles'
import { begin } from '@domain/approval/flow'
import { DAY_MS } from '@domain/kernel/time'
import { foundingFlow } from '@domain/union/foundingFlow'
import { turnOf } from '../../../cloudfunctions/union/foundingTurn'

const NOW = Date.parse('2026-11-24T12:00:00+08:00')
const lent = { fromId: 'officer', fromName: '邱宁', startsAt: NOW, endsAt: NOW + DAY_MS }
const approval = begin(foundingFlow, { ownerIds: ['applicant'], approverIds: ['officer'], at: NOW })
const deputy = (role: Grant['role']) => ({ id: 'deputy', grants: [{ role, lent }] })

it('is the turn of whoever was lent a role that may decide at the node', () => {
  expect(turnOf(approval, deputy('unionOfficer'), NOW)).toBe('officer')
  expect(turnOf(approval, deputy('unionChair'), NOW)).toBe('officer')
})

it('is not the turn of whoever was lent another role of the same person', () => {
  expect(turnOf(approval, deputy('president'), NOW)).toBeNull()
  expect(turnOf(approval, deputy('keeper'), NOW)).toBeNull()
})
