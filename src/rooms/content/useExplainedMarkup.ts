import { useContext, useMemo } from 'react'
import { ScreenWordsContext } from '@/ui/explained/ExplainingScreen'
import { useTeacher } from '@/ui/explained/teacher'
import { useWanted } from '@/ui/explained/useWanted'
import { idsInMarkup, linkedMarkup, wordOfLink } from './explainedMarkup'

const none: readonly string[] = []

/**
 * An article's markup with its words as links: plain until the words are known, then underlined, and nothing moves.
 * `openWord` opens the explanation that a link leads to, and says whether it led to one.
 */
export function useExplainedMarkup(html: string): { shown: string; openWord: (href: string) => boolean } {
  const screen = useContext(ScreenWordsContext)
  const teacher = useTeacher(state => state.teacher)
  const ids = useMemo(() => (teacher ? idsInMarkup(html, teacher) : none), [teacher, html])
  const wanted = useWanted(ids)
  const shown = useMemo(
    () => (teacher && wanted.size > 0 ? linkedMarkup(html, teacher, wanted) : html),
    [teacher, html, wanted],
  )
  const openWord = (href: string) => {
    const id = wordOfLink(href)
    if (id !== null) screen?.open(id)
    return id !== null
  }
  return { shown, openWord }
}
