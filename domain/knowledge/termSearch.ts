import { headOf, type TermNames } from './term'

interface Searched extends TermNames {
  termId: string
  pinyin: string
  gist: string
  explanation: string
}

/**
 * How well a word answers to what was typed; 0 is best, null not at all. A name that is it, begins so, has initials
 * that begin so, pinyin from one of its syllables on, a part of a name, and last its explanation.
 */
function rankOf(term: Searched, typed: string): number | null {
  const names = [term.abbreviation, term.zh, term.en, term.sv, ...term.aliases].filter(Boolean).map(folded)
  if (names.includes(typed)) return 0
  if (names.some(name => name.startsWith(typed))) return 1
  const syllables = term.pinyin.split(' ').filter(Boolean)
  if (initialsOf(syllables).startsWith(typed) || initialsOf(wordsOf(term.en)).startsWith(typed)) return 2
  if (syllables.some((_syllable, from) => syllables.slice(from).join('').startsWith(typed))) return 3
  if (names.some(name => name.includes(typed))) return 4
  return [term.gist, term.explanation].some(text => folded(text).includes(typed)) ? 5 : null
}

/** What two spellings have in common: case, width, blanks and the marks of Swedish letters tell nothing apart. */
function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\s'’·・-]/g, '')
    .toLowerCase()
}

function wordsOf(name: string): string[] {
  return name.split(/[\s-]+/).filter(Boolean)
}

function initialsOf(parts: readonly string[]): string {
  return parts.map(part => folded(part).slice(0, 1)).join('')
}

/** The word that has what was typed for one of its names, however it is written. */
export function termNamed<T extends Searched>(terms: readonly T[], typed: string): T | undefined {
  const wanted = folded(typed)
  return wanted === '' ? undefined : terms.find(term => rankOf(term, wanted) === 0)
}

/** The words that answer to what was typed, the best first: by name, pinyin, initials, part, or explanation. */
export function findTerms<T extends Searched>(terms: readonly T[], typed: string): T[] {
  const wanted = folded(typed)
  if (wanted === '') return []
  const ranked = terms.flatMap(term => {
    const rank = rankOf(term, wanted)
    return rank === null ? [] : [{ term, rank, head: folded(headOf(term)) }]
  })
  return ranked.sort((a, b) => a.rank - b.rank || (a.head < b.head ? -1 : 1)).map(({ term }) => term)
}
