import { SECOND_MS } from '@domain/kernel/time'
import { explainedParts, namedWords, WordFinder } from '@domain/knowledge/matching'
import { headOf, otherNamesOf } from '@domain/knowledge/term'
import { useEffect, useState } from 'react'
import { useSession } from '@/api'
import { openPage } from '@/rooms/open'
import { type Teacher, teach } from '@/ui/explained/teacher'
import { KeepButton } from './KeepButton'
import { type Term, useGlossary } from './useGlossary'

/** The first screen comes first. */
const LATER_MS = 2 * SECOND_MS

/** Makes a glossary explain the texts of the app. */
function teacherOf(terms: readonly Term[]): Teacher {
  const byId = new Map(terms.map(term => [term.termId, term]))
  const finder = new WordFinder(namedWords(terms))
  return {
    idsIn: text => [...new Set(finder.find(text).map(({ id }) => id))],
    partsOf: (text, wanted) => explainedParts(text, finder.find(text), wanted),
    explain(id) {
      const term = byId.get(id)
      if (!term) return undefined
      const related = term.relatedIds.flatMap(relatedId => byId.get(relatedId) ?? [])
      return {
        id,
        word: headOf(term),
        names: otherNamesOf(term),
        gist: term.gist,
        words: term.explanation,
        likeness: term.likeness,
        source: term.source,
        related: related.map(other => ({ id: other.termId, word: headOf(other) })),
        keep: <KeepButton termId={id} bare />,
        onMore: () => openPage('knowledge/term', { termId: id }),
        onAsk: () => openPage('knowledge/suggest', { termId: id }),
      }
    },
  }
}

function Lessons(): null {
  const { data } = useGlossary()
  const terms = data?.terms
  useEffect(() => {
    if (terms) teach(teacherOf(terms))
  }, [terms])
  return null
}

/** Draws nothing: fetches the words of the house once the first screen stands, and lets texts explain them. */
export function GlossaryGate() {
  const { data } = useSession()
  const [isLater, setLater] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLater(true), LATER_MS)
    return () => clearTimeout(timer)
  }, [])
  return isLater && data?.standing === 'employee' ? <Lessons /> : null
}
