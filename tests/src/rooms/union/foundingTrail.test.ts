import { HOUR_MS } from '@domain/kernel/time'
import { type Founding, foundingSteps, isLastWord } from '@/rooms/union/foundingTrail'

const CREATED = Date.parse('2026-11-23T09:00:00+08:00')
const NOW = CREATED + 20 * HOUR_MS

const officer = {
  nodeId: 'officer',
  title: '工会干事',
  mode: 'any' as const,
  state: 'done' as const,
  since: CREATED,
  decisions: [
    {
      verdict: 'approve' as const,
      by: { employeeId: 'VC000010', name: '邱实' },
      reason: '场地有了',
      at: CREATED + 3 * HOUR_MS,
    },
  ],
}
const chair = {
  nodeId: 'chair',
  title: '工会主席',
  mode: 'all' as const,
  state: 'current' as const,
  since: CREATED + 3 * HOUR_MS,
  decisions: [],
}
const founding: Founding = {
  foundingId: 'one',
  name: '桌游社',
  category: 'culture',
  site: '上海',
  headline: '每周五',
  intro: '一起玩',
  reason: '人多',
  applicant: { employeeId: 'VC000011', name: '冯一诺', site: '上海', department: '软件' },
  state: 'running',
  nodes: [officer, chair],
  createdAt: CREATED,
  decidedAt: null,
  myTurn: false,
  mine: true,
}

const told = (one: Founding, waitsFor: string[] = []) =>
  foundingSteps(one, { waitsFor, now: NOW }).map(({ title, meta, state }) => [state, title, meta])

test('each step says who, how long it took and why; the one that waits says for whom and since when', () => {
  expect(told(founding, ['沈一宁', '你（代白露）'])).toEqual([
    ['done', '冯一诺提交申请', undefined],
    ['done', '邱实同意', '工会干事 · 用了 3 小时：场地有了'],
    ['now', '等沈一宁、你（代白露）', '工会主席 · 会签，全体同意才通过 · 已等 17 小时'],
    ['later', '桌游社成立，通知本人', undefined],
  ])
})

test('a level that is still ahead is shown, and so is one that has half decided', () => {
  const early: Founding = {
    ...founding,
    nodes: [
      { ...officer, state: 'current', decisions: [] },
      { ...chair, state: 'ahead', since: null },
    ],
  }
  expect(told(early, ['邱实']).map(([state]) => state)).toEqual(['done', 'now', 'later', 'later'])
  const agreed = {
    ...officer.decisions[0],
    verdict: 'approve' as const,
    reason: null,
    by: { employeeId: 'a', name: '白露' },
    at: NOW,
  }
  const half: Founding = { ...founding, nodes: [officer, { ...chair, decisions: [agreed] }] }
  expect(
    told(half, ['沈一宁'])
      .map(([, title]) => title)
      .slice(2, 4),
  ).toEqual(['白露同意', '等沈一宁'])
})

test('once it is over nothing waits any more', () => {
  const refusal = {
    verdict: 'refuse' as const,
    by: { employeeId: 'a', name: '沈一宁' },
    reason: '太像',
    at: NOW,
  }
  const refused: Founding = {
    ...founding,
    state: 'refused',
    decidedAt: NOW,
    nodes: [officer, { ...chair, decisions: [refusal] }],
  }
  expect(told(refused).at(-1)).toEqual(['done', '沈一宁没有同意', '工会主席 · 用了 17 小时：太像'])
  const withdrawn: Founding = { ...founding, state: 'withdrawn', decidedAt: NOW }
  expect(told(withdrawn).at(-1)?.[1]).toBe('冯一诺撤回申请')
  const approved: Founding = { ...founding, state: 'approved', decidedAt: NOW }
  expect(told(approved).at(-1)?.[1]).toBe('桌游社成立，冯一诺任会长')
})

it.each([
  [
    'the first of two levels',
    [
      { ...officer, state: 'current' as const },
      { ...chair, state: 'ahead' as const },
    ],
    2,
    false,
  ],
  ['one of two who all have to agree', [officer, chair], 2, false],
  ['the last of those who all have to agree', [officer, chair], 1, true],
  ['any of several of the last level', [officer, { ...chair, mode: 'any' as const }], 2, true],
])('knows whether %s has the last word', (_who, nodes, waitsFor, isLast) => {
  expect(isLastWord({ nodes }, waitsFor)).toBe(isLast)
})
