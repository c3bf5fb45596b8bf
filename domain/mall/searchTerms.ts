import { pinyin } from 'pinyin-pro'

/** What somebody types is compared in its first characters. */
const TERM_LENGTH_MAX = 8

/**
 * Everything by which a thing is found while its name is being typed: each part of the name, of its pinyin from any
 * syllable on, and of the initials. An equality on one of them is the whole search, because the database has no index
 * for parts of a text.
 */
export function productTermsOf(words: readonly string[]): string[] {
  return [...new Set(words.flatMap(termsOfWord))]
}

function termsOfWord(word: string): string[] {
  const letters = [...cleaned(word)]
  const syllables = pinyin(letters.join(''), { toneType: 'none', type: 'array' }).map(cleaned)
  const initials = syllables.map(syllable => syllable.slice(0, 1))
  const places = letters.map((_letter, place) => place)
  return [
    ...places.flatMap(place => beginningsOf(letters.slice(place).join(''))),
    ...places.flatMap(place => beginningsOf(syllables.slice(place).join(''))),
    ...places.flatMap(place => beginningsOf(initials.slice(place).join(''))),
  ]
}

/** What was typed, as a term. */
export function productTerm(typed: string): string {
  return [...cleaned(typed)].slice(0, TERM_LENGTH_MAX).join('')
}

const cleaned = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

function beginningsOf(word: string): string[] {
  const letters = [...word].slice(0, TERM_LENGTH_MAX)
  return letters.map((_letter, index) => letters.slice(0, index + 1).join(''))
}
