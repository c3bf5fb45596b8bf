import { useContext, useEffect, useState } from 'react'
import { ScreenWordsContext } from './ExplainingScreen'

const nothing: ReadonlySet<string> = new Set()

/** The words of a text that it explains: those that no other text of the screen explains already. */
export function useWanted(ids: readonly string[]): ReadonlySet<string> {
  const claims = useContext(ScreenWordsContext)?.claims
  const [owner] = useState(() => ({}))
  const [wanted, setWanted] = useState(nothing)
  useEffect(() => {
    if (!claims || ids.length === 0) return
    setWanted(claims.claim(owner, ids))
    return () => {
      claims.release(owner)
      setWanted(nothing)
    }
  }, [claims, owner, ids])
  return wanted
}
