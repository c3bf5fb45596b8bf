import { api, type Output } from '@/api'
import type { BadgeProps } from '@/ui/badge/Badge'
import { grouped } from '@/ui/coin/grouped'

type Hands = Output<typeof api.coin.openHands>
export type Hand = Hands['hands'][number]
export type Batch = Hands['batches'][number]

/** What a movement by hand makes old. */
export const handQueries = [api.coin.openHands, api.coin.openBatch]

export const handStates: Record<Hand['state'], { text: string; tone: NonNullable<BadgeProps['tone']> }> = {
  waiting: { text: '等复核', tone: 'accent' },
  done: { text: '到账', tone: 'ok' },
  refused: { text: '没通过', tone: 'bad' },
  withdrawn: { text: '撤回了', tone: 'neutral' },
}

export const batchStates: Record<Batch['state'], { text: string; tone: NonNullable<BadgeProps['tone']> }> = {
  checked: { text: '核对过', tone: 'neutral' },
  waiting: { text: '等复核', tone: 'accent' },
  applying: { text: '写入中', tone: 'accent' },
  applied: { text: '都到账了', tone: 'ok' },
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

/** What a second person usually says. */
export const agreements = [
  { label: '核对过名单', sentence: '对过名单和数量，没有问题。' },
  { label: '有审批', sentence: '线下审批已经看过。' },
  { label: '其他', sentence: '' },
] as const

export const refusals = [
  { label: '数量不对', sentence: '数量和说好的对不上，改好再提。' },
  { label: '理由不够', sentence: '理由写得太少，本人看不明白。' },
  { label: '其他', sentence: '' },
] as const
