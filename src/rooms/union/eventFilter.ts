import type { InputOf } from '@domain/kernel/contract'
import { categories, categoryNames } from '@domain/union/categories'
import type { union } from '@domain/union/contract'

/** What of the events is wanted: one chip of each row. */
export interface EventChoice {
  kind: string
  site: string
}

export const allEvents: EventChoice = { kind: 'all', site: 'all' }

type Wish = InputOf<typeof union.listEvents>

/** The first row: everything, my associations', those with seats left, and the kinds. */
export const eventKinds: readonly { key: string; label: string; wish: Wish }[] = [
  { key: 'all', label: '全部', wish: {} },
  { key: 'mine', label: '我的协会', wish: { mine: true } },
  { key: 'free', label: '还有名额', wish: { free: true } },
  ...categories.map(category => ({ key: category, label: categoryNames[category], wish: { category } })),
]

/** The query's input for what is chosen in both rows. */
export function toEventWish({ kind, site }: EventChoice): Wish {
  const { wish = {} } = eventKinds.find(({ key }) => key === kind) ?? {}
  return { ...wish, ...(site === 'all' ? {} : { site }) }
}
