import { useCallback, useEffect, useRef, useState } from 'react'
import { type Begun, begin, type Draft, dropDraft, isBlank, keepDraft } from './draft'

/** A pause in typing this long keeps the draft. */
const QUIET_MS = 800

/** A post being written: kept after each pause and when the page is left, dropped once it is out. */
export function useDraft(begun: Begun) {
  const { about } = begun
  const [kept] = useState(() => begin(begun))
  const [draft, setDraft] = useState<Draft>(kept.draft)
  const [savedAt, setSavedAt] = useState(kept.savedAt)
  const latest = useRef({ draft, unsaved: false, sent: false })

  const change = useCallback((part: Partial<Draft> | ((before: Draft) => Partial<Draft>)) => {
    setDraft(before => ({ ...before, ...(typeof part === 'function' ? part(before) : part) }))
    latest.current.unsaved = true
  }, [])

  useEffect(() => {
    latest.current.draft = draft
    if (!latest.current.unsaved) return
    const timer = setTimeout(() => {
      // It went out in this very pause: what is out is no draft.
      if (latest.current.sent) return
      const now = Date.now()
      latest.current.unsaved = false
      void keepDraft(draft, now, about).then(() => setSavedAt(isBlank(draft) ? undefined : now))
    }, QUIET_MS)
    return () => clearTimeout(timer)
  }, [draft, about])

  useEffect(() => {
    const { current } = latest
    return () => {
      if (current.sent) return
      // What was only passed on, and nothing said about it, is not missed.
      if (about !== undefined && isBlank({ ...current.draft, card: null })) void dropDraft(about)
      else if (current.unsaved) void keepDraft(current.draft, Date.now(), about)
    }
  }, [about])

  const finish = useCallback(() => {
    latest.current.sent = true
    void dropDraft(about)
  }, [about])
  return { draft, change, savedAt, finish }
}
