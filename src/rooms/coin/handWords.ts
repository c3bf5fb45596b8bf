import { type HandFacts, owedAfter, whySecond } from '@domain/coin/hand'
import { handColumns } from '@domain/coin/handFile'
import { grouped } from '@domain/kernel/grouped'
import { api, type Output } from '@/api'
import type { BadgeProps } from '@/ui/badge/Badge'

type Hands = Output<typeof api.coin.openHands>
export type Hand = Hands['hands'][number]
export type Batch = Hands['batches'][number]

/** What a movement by hand makes old. */
export const handQueries = [api.coin.openHands, api.coin.openBatch, api.coin.openReceiver]

const handStates: Record<Hand['state'], { text: string; tone: NonNullable<BadgeProps['tone']> }> = {
  waiting: { text: '等复核', tone: 'accent' },
  done: { text: '到账', tone: 'ok' },
  refused: { text: '没通过', tone: 'bad' },
  withdrawn: { text: '撤回了', tone: 'neutral' },
}

/** What is done is called by which way it went. */
export function handState({ state, way }: Pick<Hand, 'state' | 'way'>) {
  return state === 'done'
    ? { ...handStates.done, text: way === 'give' ? '到账' : '已收回' }
    : handStates[state]
}

export const batchStates: Record<Batch['state'], { text: string; tone: NonNullable<BadgeProps['tone']> }> = {
  checked: { text: '核对过', tone: 'neutral' },
  waiting: { text: '等复核', tone: 'accent' },
  applying: { text: '写入中', tone: 'accent' },
  applied: { text: '写完了', tone: 'ok' },
  refused: { text: '没通过', tone: 'bad' },
  withdrawn: { text: '撤回了', tone: 'neutral' },
}

/** "1,200 沃币、30 经验" */
export function sayWorth({ amount, experience }: Pick<Hand, 'amount' | 'experience'>): string {
  const parts = [
    amount > 0 ? `${grouped(amount)} 沃币` : '',
    experience > 0 ? `${grouped(experience)} 经验` : '',
  ]
  return parts.filter(Boolean).join('、')
}

/** "发放 200 沃币、30 经验" */
export function sayHand({ way, ...worth }: Pick<Hand, 'way' | 'amount' | 'experience'>): string {
  return `${way === 'give' ? '发放' : '收回'} ${sayWorth(worth)}`
}

/** "余额 168 沃币，本月发放 100、收回 0" */
export function sayReceiver({ balance, debt, given, taken }: NonNullable<Hand['receiver']>): string {
  const owed = debt > 0 ? `，还欠 ${grouped(debt)}` : ''
  return `余额 ${grouped(balance)} 沃币${owed}，本月发放 ${grouped(given)}、收回 ${grouped(taken)}`
}

/** "会欠 9,831，以后到账的先还"; null where a taking leaves no debt. */
export function sayOwed(
  receiver: { balance: number; debt: number } | null | undefined,
  moved: Pick<Hand, 'way' | 'amount'>,
): string | null {
  if (!receiver || moved.way === 'give' || moved.amount <= receiver.balance) return null
  return `会欠 ${grouped(owedAfter(receiver, moved))}，以后到账的先还`
}

/** What the form says before it is sent: who has to agree, and why. */
export function saySecond(name: string, facts: HandFacts): string {
  const { aloneOfReceiver, aloneOfKeeper } = facts
  const why = whySecond(facts)
  if (why === 'keeper') return `你本月已经办了 ${sayMoved(aloneOfKeeper)}，这笔要另一位复核`
  const before = `${name}本月已由一个人办了 ${sayMoved(aloneOfReceiver)}`
  if (why === 'receiver') return `${before}，这笔要另一位复核`
  return `${before}，这笔不用复核`
}

const sayMoved = (worth: HandFacts['worth']) => sayWorth(worth) || '0'

/** What a movement has come to, for whoever made it or agreed to it. */
export function sayDone(way: Hand['way']): string {
  return way === 'give' ? '到账了' : '收回了'
}

/** "发放 1,200 沃币，收回 30 沃币" */
export function saySums({ given, taken, experienceGiven, experienceTaken }: Batch['sums']): string {
  const parts = [
    [given, '发放', '沃币'],
    [taken, '收回', '沃币'],
    [experienceGiven, '发放', '经验'],
    [experienceTaken, '收回', '经验'],
  ] as const
  const said = parts
    .filter(([amount]) => amount > 0)
    .map(([amount, way, what]) => `${way} ${grouped(amount)} ${what}`)
  return said.join('，') || '没有能写的行'
}

/** A list of coins with nothing in it yet: its header line. */
export const handTemplate = `${handColumns.join(',')}\n`

/** What a second person usually says of coins by hand. */
const agreements = [
  { label: '核对过名单', sentence: '对过名单和数量，没有问题。' },
  { label: '有审批', sentence: '线下审批已经看过。' },
  { label: '其他', sentence: '' },
] as const

const refusals = [
  { label: '数量不对', sentence: '数量和说好的对不上，改好再提。' },
  { label: '理由不够', sentence: '理由写得太少，本人看不明白。' },
  { label: '其他', sentence: '' },
] as const

export const handSecond = { agreements, refusals }
