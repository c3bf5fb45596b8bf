import { findTerms } from '@domain/knowledge/termSearch'

type Searched = Parameters<typeof findTerms>[0][number]

/** The words that answer to what was typed: those that are called so, and those that only say it in what they explain. */
export function termsFor<T extends Searched>(
  terms: readonly T[],
  text: string,
): { called: T[]; saying: T[] } {
  const found = findTerms(terms, text)
  const names = findTerms(
    found.map(term => ({ ...term, gist: '', explanation: '' })),
    text,
  )
  const called = new Set(names.map(({ termId }) => termId))
  return {
    called: found.filter(({ termId }) => called.has(termId)),
    saying: found.filter(({ termId }) => !called.has(termId)),
  }
}
