import { pinyin } from 'pinyin-pro'
import { searchTerm } from '../identity/searchTerms'

/** By what an association is found in the list: its name, the name's pinyin and the initials of that. */
export function associationTermsOf(name: string): string[] {
  const syllables = pinyin(name, { toneType: 'none', type: 'array' }).map(searchTerm)
  const initials = syllables.map(syllable => syllable.slice(0, 1))
  return [...new Set([name.toLowerCase().replace(/\s/g, ''), syllables.join(''), initials.join('')])]
}
