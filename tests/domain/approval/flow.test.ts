import {
  type Approval,
  afterDecision,
  approverFor,
  begin,
  medianMs,
  type Node,
  openApprovers,
  reminderAfter,
  type Verdict,
} from '@domain/approval/flow'
import { HOUR_MS } from '@domain/kernel/time'

const at = Date.parse('2026-11-24T09:00:00+08:00')

const officers: Node = {
  nodeId: 'officer',
  title: '工会干事',
  mode: 'any',
  role: 'unionOfficer',
  dueHours: 24,
}
const chairs: Node = { nodeId: 'chair', title: '工会主席', mode: 'all', role: 'unionChair', dueHours: 48 }

function decide(approval: Approval, approverId: string, verdict: Verdict, next: string[] = []): Approval {
  const by = { employeeId: approverId, name: approverId }
  return afterDecision(approval, { approverId, verdict, by, reason: null, at: at + HOUR_MS }, next)
}

function decideFor(approval: Approval, approverId: string, employeeId: string): Approval {
  const by = { employeeId, name: employeeId }
  return afterDecision(approval, { approverId, verdict: 'approve', by, reason: null, at: at + HOUR_MS }, [])
}

describe('a node of 或签', () => {
  const begun = begin([officers, chairs], { ownerIds: ['owner'], approverIds: ['a', 'b'], at })

  it('goes on with the first who agrees, and tells the next node who decides there', () => {
    const moved = decide(begun, 'b', 'approve', ['c', 'd'])
    expect(moved).toMatchObject({ state: 'running', at: 1, approverIds: ['c', 'd'], since: at + HOUR_MS })
    expect(moved.decisions).toMatchObject([{ nodeId: 'officer', approverId: 'b' }])
  })

  it('ends with the first who refuses', () => {
    expect(decide(begun, 'a', 'refuse')).toMatchObject({ state: 'refused', approverIds: [] })
  })
})

describe('a node of 会签', () => {
  const begun = begin([chairs], { ownerIds: ['owner'], approverIds: ['c', 'd'], at })

  it('waits for everybody', () => {
    const half = decide(begun, 'd', 'approve')
    expect(half).toMatchObject({ state: 'running', at: 0 })
    expect(openApprovers(half)).toEqual(['c'])
    expect(decide(half, 'c', 'approve')).toMatchObject({ state: 'approved', at: 1 })
  })

  it('ends with one who refuses, whoever has agreed', () => {
    expect(decide(decide(begun, 'd', 'approve'), 'c', 'refuse')).toMatchObject({ state: 'refused' })
  })

  it('lets nobody decide twice', () => {
    expect(approverFor(decide(begun, 'd', 'approve'), 'd', [], at)).toBeNull()
  })
})

describe('a delegation', () => {
  const begun = begin([chairs], { ownerIds: ['owner'], approverIds: ['c', 'd'], at })
  const delegation = { fromId: 'c', toId: 'e', startsAt: at, endsAt: at + 8 * HOUR_MS }

  it.each([
    ['a millisecond early', -1, null],
    ['at its start', 0, 'c'],
    ['at its last millisecond', 8 * HOUR_MS - 1, 'c'],
    ['at its end', 8 * HOUR_MS, null],
  ])('lets somebody decide in another name, %s', (_when, ms, expected) => {
    expect(approverFor(begun, 'e', [delegation], at + ms)).toBe(expected)
  })

  it('gives nobody a second say: neither besides their own nor for two who are away', () => {
    const toD = { ...delegation, toId: 'd' }
    expect(approverFor(begun, 'd', [toD], at)).toBe('d')
    expect(approverFor(decide(begun, 'd', 'approve'), 'd', [toD], at)).toBeNull()
    const both = [delegation, { ...delegation, fromId: 'd' }]
    expect(approverFor(decideFor(begun, 'c', 'e'), 'e', both, at)).toBeNull()
  })

  it('gives no say to whoever had one at a node before', () => {
    const twoLevels = begin([officers, chairs], { ownerIds: ['owner'], approverIds: ['a'], at })
    expect(
      approverFor(decide(twoLevels, 'a', 'approve', ['c', 'd']), 'a', [{ ...delegation, toId: 'a' }], at),
    ).toBeNull()
  })

  it('ends when its giver has decided', () => {
    expect(approverFor(decide(begun, 'c', 'approve'), 'e', [delegation], at)).toBeNull()
  })
})

test('what has ended waits for nobody and reminds nobody', () => {
  const refused = decide(begin([officers], { ownerIds: ['owner'], approverIds: ['a'], at }), 'a', 'refuse')
  expect(openApprovers(refused)).toEqual([])
  expect(reminderAfter(refused, at)).toBeNull()
})

test('whoever is late is reminded each time the node is due again', () => {
  const begun = begin([officers], { ownerIds: ['owner'], approverIds: ['a'], at })
  expect(reminderAfter(begun, at)).toBe(at + 24 * HOUR_MS)
  expect(reminderAfter(begun, at + 24 * HOUR_MS)).toBe(at + 48 * HOUR_MS)
  expect(reminderAfter(begun, at + 25 * HOUR_MS)).toBe(at + 48 * HOUR_MS)
})

test('the median is the middle, the lower one of two, and nothing of nothing', () => {
  expect(medianMs([])).toBeNull()
  expect(medianMs([5])).toBe(5)
  expect(medianMs([9, 1, 5])).toBe(5)
  expect(medianMs([9, 1, 5, 7])).toBe(5)
})
