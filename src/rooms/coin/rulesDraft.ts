import { type EarnReason, earnReasons, reasonNames } from '@domain/coin/reasons'
import { type RuleProblem, ruleProblems } from '@domain/coin/ruleProblems'
import type { CoinRules } from '@domain/coin/rules'
import { grouped } from '@domain/kernel/grouped'
import { clockLabel } from '@domain/kernel/time'
import { api, type Input, type Output } from '@/api'
import type { BadgeProps } from '@/ui/badge/Badge'
import { sayMoment } from '@/ui/clock/moment'

export type Version = Output<typeof api.coin.openRules>['versions'][number]
export type Draft = Input<typeof api.coin.previewRules>['draft']
export type Row = Draft['earning'][EarnReason]
export type Hour = Draft['happyHours'][number]
export type Preview = Output<typeof api.coin.previewRules>

/** What an announced version makes old. */
export const ruleQueries = [
  api.coin.openRules,
  api.coin.openRuleVersion,
  api.coin.openEarning,
  api.access.openInbox,
]

export const rowsOf = (draft: Draft): { reason: EarnReason; name: string; row: Row }[] =>
  earnReasons.map(reason => ({ reason, name: reasonNames[reason], row: draft.earning[reason] }))

/** The draft with another row. */
export function withRow(draft: Draft, reason: EarnReason, row: Row): Draft {
  return { ...draft, earning: { ...draft.earning, [reason]: row } }
}

/** The draft with another hour in its place; null takes it away. */
export function withHour(draft: Draft, place: number, hour: Hour | null): Draft {
  const happyHours = draft.happyHours.flatMap((one, at) => (at !== place ? [one] : hour ? [hour] : []))
  return { ...draft, happyHours }
}

/** "7:00–9:00 ×2" */
export const sayHour = ({ fromMinute, toMinute, multiplier }: Hour): string =>
  `${clockLabel(fromMinute)}–${clockLabel(toMinute)} ×${multiplier}`

/** "5 沃币，每天最多 30", "10 经验，每天最多 30" */
export const sayRow = ({ base, experience, perDayMax }: Row): [coins: string, experience: string] => [
  `${grouped(base)} 沃币，每天最多 ${grouped(perDayMax)}`,
  `${grouped(experience.base)} 经验，每天最多 ${grouped(experience.perDayMax)}`,
]

/** The draft with another budget of a quarter; 0 sets none. */
export function withBudget({ quarterBudget: _was, ...draft }: Draft, quarterBudget: number): Draft {
  return quarterBudget > 0 ? { ...draft, quarterBudget } : draft
}

/** How many rows and hours of a draft differ from what it was made from. */
export function changesIn(draft: Draft, from: Draft): number {
  const rows = rowsOf(draft).filter(
    ({ reason, row }) => JSON.stringify(row) !== JSON.stringify(from.earning[reason]),
  ).length
  const hours = Math.max(draft.happyHours.length, from.happyHours.length)
  const changed = Array.from({ length: hours }, (_one, place) => place).filter(
    place => JSON.stringify(draft.happyHours[place]) !== JSON.stringify(from.happyHours[place]),
  )
  return rows + changed.length + (draft.quarterBudget === from.quarterBudget ? 0 : 1)
}

/** "12 月 1 日 0:00 起", "今天 0:00 起"; the first version is older than any start that was set. */
export const sayStart = (
  { startsAt, version }: Pick<Version, 'startsAt' | 'version'>,
  now: number,
): string => (version === 1 ? '上线时就有' : `${sayMoment(startsAt, now)} 起`)

/** What keeps the draft from being lived by, as the server will judge it. */
export const problemsIn = (draft: Draft): RuleProblem[] => ruleProblems(draft as Pick<CoinRules, keyof Draft>)

export const versionBadges: Record<
  Version['state'],
  { text: string; tone: NonNullable<BadgeProps['tone']> }
> = {
  past: { text: '已过去', tone: 'neutral' },
  current: { text: '生效中', tone: 'ok' },
  scheduled: { text: '等生效', tone: 'accent' },
  waiting: { text: '等复核', tone: 'accent' },
  lapsed: { text: '没等到复核', tone: 'neutral' },
  refused: { text: '没通过', tone: 'bad' },
  withdrawn: { text: '撤下了', tone: 'neutral' },
}

/** "送周牧复核"; where several may agree, it goes to all of them. */
export const sayAsk = (reviewers: readonly string[]): string =>
  reviewers.length === 1 ? `送${reviewers[0]}复核` : '送复核'

/** Whether somebody may take a version back now: their own while it waits, any that was agreed to. */
export const mayTakeBack = ({ state, mine }: Version): boolean =>
  state === 'scheduled' || (state === 'waiting' && mine)

/** What a second person usually says of a version of the rules. */
export const ruleSecond = {
  agreements: [
    { label: '看过改动', sentence: '逐处看过新旧数字，没有问题。' },
    { label: '预算够', sentence: '看过重放的结果，预算够用。' },
    { label: '其他', sentence: '' },
  ],
  refusals: [
    { label: '给得太多', sentence: '重放下来给得太多，预算撑不住，调低再提。' },
    { label: '有人少得', sentence: '有同事会少得，先想好怎么和大家说。' },
    { label: '时间不对', sentence: '生效的时间或时段不合适，改好再提。' },
    { label: '其他', sentence: '' },
  ],
} as const
