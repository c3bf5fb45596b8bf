import { type Approval, afterDecision, approverFor, begin, openApprovers } from '@domain/approval/flow'
import { reseated, seatsAt, stranded } from '@domain/approval/seats'
import { HOUR_MS } from '@domain/kernel/time'
import { foundingFlow } from '@domain/union/foundingFlow'

const AT = Date.parse('2026-11-24T09:00:00+08:00')

const asked = (approverIds: string[], ownerId = 'founder') =>
  begin(foundingFlow, { ownerIds: [ownerId], approverIds, at: AT })

const agree = (approval: Approval, approverId: string, next: string[] = []) =>
  afterDecision(
    approval,
    {
      approverId,
      verdict: 'approve',
      by: { employeeId: approverId, name: approverId },
      reason: null,
      at: AT,
    },
    next,
  )

describe('who decides at a node', () => {
  const officerNode = { nodes: [...foundingFlow], decisions: [], ownerIds: ['founder'] }

  it.each([
    ['those who hold its role', { unionOfficer: ['a', 'b'], unionChair: ['c'] }, ['a', 'b']],
    ['never whose own matter it is', { unionOfficer: ['founder', 'b'], unionChair: ['c'] }, ['b']],
    ['the fallback where only they hold it', { unionOfficer: ['founder'], unionChair: ['c'] }, ['c']],
    ['the fallback where nobody holds it', { unionChair: ['founder', 'c'] }, ['c']],
    ['nobody where nobody is left', { unionChair: ['founder'] }, []],
  ])('are %s', (_name, holders, expected) => {
    expect(seatsAt(officerNode, 0, holders)).toEqual(expected)
  })

  it('are others than those who decided before, where another level steps in', () => {
    const { decisions, nodes, ownerIds } = agree(asked(['a', 'b']), 'a', ['c'])
    const at = (holders: object) => seatsAt({ decisions, nodes, ownerIds }, 1, holders)
    expect(at({ unionOfficer: ['a', 'b'] })).toEqual(['b'])
    expect(at({ unionOfficer: ['a'] })).toEqual([])
  })

  it('are others than whoever stood in for somebody at another level', () => {
    const by = { employeeId: 'c', name: 'c' }
    const { decisions } = afterDecision(
      asked(['a']),
      { approverId: 'a', verdict: 'approve', by, reason: null, at: AT },
      [],
    )
    const at = (holders: object) => seatsAt({ ...officerNode, decisions }, 1, holders)
    expect(at({ unionOfficer: ['a'], unionChair: ['c', 'd'] })).toEqual(['d'])
    expect(at({ unionOfficer: ['a', 'b'], unionChair: ['c'] })).toEqual(['b'])
    expect(at({ unionOfficer: ['a'], unionChair: ['c'] })).toEqual([])
  })

  it('are nobody past the last', () => {
    expect(seatsAt(officerNode, 2, { unionOfficer: ['a'] })).toEqual([])
  })
})

describe('an approval that is seated anew', () => {
  const atChairs = agree(asked(['a']), 'a', ['c', 'd'])

  it('waits for those who are left', () => {
    expect(openApprovers(reseated(atChairs, ['d'], [], AT))).toEqual(['d'])
  })

  it('goes on where all who are left of a level have agreed', () => {
    expect(reseated(agree(atChairs, 'c'), ['c'], [], AT + HOUR_MS)).toMatchObject({
      state: 'approved',
      at: 2,
      approverIds: [],
      since: AT + HOUR_MS,
    })
  })

  it('waits for somebody who came instead of whoever left', () => {
    const seated = reseated(agree(atChairs, 'c'), ['c', 'e'], [], AT)
    expect(seated).toMatchObject({ state: 'running', at: 1 })
    expect(openApprovers(seated)).toEqual(['e'])
  })

  it('does not go on by the word of those who are all gone', () => {
    const seated = reseated(agree(atChairs, 'c'), [], [], AT)
    expect(seated.state).toBe('running')
    expect(stranded(seated)).toBe(true)
  })

  it('stays as it is once it is over', () => {
    const over = { ...atChairs, state: 'refused' as const }
    expect(reseated(over, ['x'], [], AT)).toBe(over)
    expect(stranded(over)).toBe(false)
  })
})

it('lets nobody decide their own matter, neither by a role nor for somebody who lent them one', () => {
  const own = asked(['a', 'founder'])
  expect(approverFor(own, 'founder', [], AT)).toBeNull()
  const lent = [{ fromId: 'a', toId: 'founder', startsAt: AT, endsAt: AT + HOUR_MS }]
  expect(approverFor(own, 'founder', lent, AT)).toBeNull()
  expect(approverFor(own, 'a', [], AT)).toBe('a')
})
