import { pinyin } from 'pinyin-pro'

/** What somebody types is compared in its first characters; no Chinese name needs more. */
const TERM_LENGTH_MAX = 16

/**
 * Everything by which a colleague is found while their name is being typed: each beginning of the name, of the given
 * name, of their pinyin and of the pinyin's initials, of the family name with the initials of the given one (linxc),
 * and of the employee number. An equality on one of them is the
 * whole search, because the database has no index for parts of a text. The pinyin of a family name is that of family
 * names (曾 is zeng, 单 is shan), by pinyin-pro.
 */
export function searchTermsOf({ _id, name }: { _id: string; name: string }): string[] {
  const syllables = syllablesOf(name)
  const initials = syllables.map(syllable => syllable.slice(0, 1))
  const letters = [...searchTerm(name)]
  const words = [
    letters.join(''),
    letters.slice(1).join(''),
    syllables.join(''),
    syllables.slice(1).join(''),
    initials.join(''),
    initials.slice(1).join(''),
    `${syllables[0] ?? ''}${initials.slice(1).join('')}`,
    searchTerm(_id),
  ]
  return [...new Set(words.flatMap(beginningsOf))]
}

/** A name's syllables, without tones: cheng, li, xin. */
export function syllablesOf(name: string): string[] {
  return pinyin(name, { toneType: 'none', type: 'array', surname: 'head' }).map(searchTerm)
}

/** How a name is spelled, for who looks for it in a list that is on their phone: `cheng li xin`. */
export function spellingOf(name: string): string {
  return syllablesOf(name).join(' ')
}

/**
 * How near a name is to what was typed, the nearest first: whole characters or syllables from the family name on, a
 * beginning of them, then whole ones of the given name, then anything else that found it.
 */
export function nearness(name: string, typed: string): number {
  const term = searchTerm(typed)
  const letters = [...searchTerm(name)]
  const syllables = syllablesOf(name)
  const isWhole = (parts: readonly string[]) =>
    parts.some((_part, index) => parts.slice(0, index + 1).join('') === term)
  if (isWhole(letters) || isWhole(syllables)) return 0
  if (syllables.join('').startsWith(term)) return 1
  return isWhole(letters.slice(1)) || isWhole(syllables.slice(1)) ? 2 : 3
}

/** So many departments may be called alike and be meant together. */
const MEANT_MAX = 20

/** The departments that somebody means who typed at least two characters: the one called so, else those that contain it. */
export function departmentsMeant(typed: string, departments: readonly string[]): string[] {
  const term = searchTerm(typed)
  if ([...term].length < 2) return []
  if (departments.some(one => searchTerm(one) === term))
    return departments.filter(one => searchTerm(one) === term)
  return departments.filter(one => searchTerm(one).includes(term)).slice(0, MEANT_MAX)
}

/** What was typed as a term: small letters, no blanks or tones. */
export function searchTerm(typed: string): string {
  return [
    ...typed
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s'’·]/g, ''),
  ]
    .slice(0, TERM_LENGTH_MAX)
    .join('')
}

function beginningsOf(word: string): string[] {
  const letters = [...word].slice(0, TERM_LENGTH_MAX)
  return letters.map((_letter, index) => letters.slice(0, index + 1).join(''))
}
