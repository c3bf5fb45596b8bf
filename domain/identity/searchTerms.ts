import { pinyin } from 'pinyin-pro'

/** What somebody types is compared in its first characters; no Chinese name needs more. */
const TERM_LENGTH_MAX = 16

/**
 * Everything by which a colleague is found while their name is being typed: each beginning of the name, of the given
 * name, of their pinyin and of the pinyin's initials, and of the employee number. An equality on one of them is the
 * whole search, because the database has no index for parts of a text. The pinyin of a family name is that of family
 * names (曾 is zeng, 单 is shan), by pinyin-pro.
 */
export function searchTermsOf({ _id, name }: { _id: string; name: string }): string[] {
  const syllables = pinyin(name, { toneType: 'none', type: 'array', surname: 'head' }).map(searchTerm)
  const initials = syllables.map(syllable => syllable.slice(0, 1))
  const letters = [...searchTerm(name)]
  const words = [
    letters.join(''),
    letters.slice(1).join(''),
    syllables.join(''),
    syllables.slice(1).join(''),
    initials.join(''),
    initials.slice(1).join(''),
    searchTerm(_id),
  ]
  return [...new Set(words.flatMap(beginningsOf))]
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
