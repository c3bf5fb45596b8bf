import { useState } from 'react'
import type { Wanted } from './BookSheet'

/** What the sheet is about; the last is kept while it slides out. */
export function useWanted(first?: Wanted) {
  const [wanted, setWanted] = useState(first)
  const [last, setLast] = useState(first)
  const ask = (next: Wanted) => {
    setWanted(next)
    setLast(next)
  }
  return { wanted, last, ask, close: () => setWanted(undefined) }
}
