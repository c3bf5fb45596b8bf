/** As many as anybody leafs through. */
export const WORDBOOK_MAX = 200

export interface WordbookChange {
  /** Taken into the book, the latest first. */
  taken: readonly string[]
  /** Taken out of it. */
  dropped: readonly string[]
}

/** A book after a change: what was taken comes first, and of what it cannot hold the oldest goes. */
export function wordbookAfter(termIds: readonly string[], { taken, dropped }: WordbookChange): string[] {
  const added = taken.filter(id => !termIds.includes(id))
  return [...new Set([...added, ...termIds])].filter(id => !dropped.includes(id)).slice(0, WORDBOOK_MAX)
}
