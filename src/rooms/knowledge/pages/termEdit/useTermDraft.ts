import { headOf } from '@domain/knowledge/term'
import { useMemo } from 'react'
import type { api, Output } from '@/api'
import { useDraft } from '@/rooms/useDraft'
import { draftOfTerm, emptyTerm, type TermDraft } from '../../termDraft'
import type { Term } from '../../useGlossary'

type Suggestion = Output<typeof api.knowledge.openSuggestion>['suggestion']

const LATIN = /^[\p{Script=Latin}\p{Nd} .-]+$/u

/** The beginning of the form: the word as it is, or what a colleague has written of a new one. */
function beginningOf(terms: readonly Term[], term: Term | undefined, suggestion: Suggestion | undefined) {
  if (term) {
    const headOfId = (id: string) => {
      const found = terms.find(({ termId }) => termId === id)
      return found && headOf(found)
    }
    return draftOfTerm(term, headOfId)
  }
  if (!suggestion) return emptyTerm
  const { word, words, by } = suggestion
  const names: Partial<TermDraft> = LATIN.test(word)
    ? { abbreviation: word.slice(0, 12), lead: 'abbreviation' }
    : { zh: word }
  return { ...emptyTerm, ...names, explanation: words, source: `${by.name}推荐` }
}

/** What the editor has changed lies on the phone and is laid over the word as it is now. */
export function useTermDraft(terms: readonly Term[], term: Term | undefined, suggestion?: Suggestion) {
  const about = suggestion?.suggestionId ?? term?.termId ?? 'new'
  const beginning = useMemo(() => beginningOf(terms, term, suggestion), [terms, term, suggestion])
  const { draft, change, drop } = useDraft<Partial<TermDraft>>(`knowledge.term.${about}`, {})
  const idOfHead = (head: string) =>
    terms.find(one => headOf(one).toLowerCase() === head.toLowerCase())?.termId
  return { draft: { ...beginning, ...draft }, change, drop, idOfHead }
}
