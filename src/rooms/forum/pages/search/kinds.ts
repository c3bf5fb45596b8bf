/** What can be found, in the order of the tabs. */
const kinds = ['posts', 'people', 'topics', 'terms'] as const
export type Kind = (typeof kinds)[number]
export type Tab = Kind | 'all'

const kindNames: Record<Kind, string> = { posts: '帖子', people: '同事', topics: '话题', terms: '词' }

/** How many there are of each kind, and whether more may be found. */
export type Counts = Record<Kind, { count: number; more: boolean }>

/** "同事 3", "帖子 20+"; what was not found has no tab. */
export function tabsOf(counts: Counts): { key: Tab; text: string }[] {
  const found = kinds.filter(kind => counts[kind].count > 0)
  return [
    { key: 'all', text: '全部' },
    ...found.map(key => ({ key, text: `${kindNames[key]} ${sayCount(counts[key])}` })),
  ]
}

export function sayCount({ count, more }: Counts[Kind]): string {
  return `${count}${more ? '+' : ''}`
}

/** The tab that is shown: the only one that there is, and all where the chosen one is empty. */
export function tabShown(chosen: Tab, counts: Counts): Tab {
  const [first, second] = kinds.filter(kind => counts[kind].count > 0)
  if (first && !second) return first
  return chosen !== 'all' && counts[chosen].count === 0 ? 'all' : chosen
}
