import { pinyin } from 'pinyin-pro'
import { sentencesOf } from './sentences'

/** What of a text is searched: each word of a post, and as much of an article. Each term costs an entry of the index. */
const TEXT_CHARACTERS_MAX = 2_048
/** A Chinese character gives three: itself, its pair and its pair in pinyin. */
const TERMS_MAX = 3 * TEXT_CHARACTERS_MAX
const QUERY_TERMS_MAX = 12

const HAN_OR_WORD = /\p{Script=Han}+|[a-z0-9]+/gu
const HAN = /^\p{Script=Han}/u

/** One syllable of pinyin without its tone, the longest that fits; by the table of initials and finals. */
const SYLLABLE =
  /(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|ve|a|e|i|o|u|v)/y

/**
 * The terms by which a text is found: each pair of neighbouring characters, the same pair in pinyin, and each word of
 * letters or digits with its beginnings. Pairs are how Chinese is searched where nothing knows its words: 空气悬架 is
 * found by 悬架, by 气悬 and by xuanjia.
 */
export function termsOf(text: string): string[] {
  const shown = [...folded(text)].slice(0, TEXT_CHARACTERS_MAX).join('')
  const terms = runsOf(shown).flatMap(run => (HAN.test(run) ? hanTerms(run) : wordTerms(run)))
  return [...new Set(terms)].slice(0, TERMS_MAX)
}

/** The terms that a text must all have to be found by what was typed; none where nothing of it can be searched. */
export function queryTermsOf(typed: string): string[] {
  const terms = runsOf(folded(typed)).flatMap(run => (HAN.test(run) ? pairsOf([...run]) : syllablePairs(run)))
  return [...new Set(terms)].slice(0, QUERY_TERMS_MAX)
}

/**
 * How what was typed is written in a post that it found, by the first place that says it, its title before its text:
 * banche is 班车 there. None where only parts of it stand far from each other.
 */
export function writtenIn({ title, body }: { title: string; body: string }, typed: string): string[] {
  for (const said of [title, ...sentencesOf(body)]) {
    const written = runsOf(folded(typed)).flatMap(run => writtenAs(said, run))
    if (written.length > 0) return [...new Set(written)]
  }
  return []
}

function writtenAs(said: string, run: string): string[] {
  const at = said.toLowerCase().indexOf(run)
  if (at >= 0) return [said.slice(at, at + run.length)]
  if (!HAN.test(run)) return spelledAs(said, run)
  return pairsOf([...run]).filter(pair => said.includes(pair))
}

/** The Chinese characters whose pinyin it is. */
function spelledAs(said: string, letters: string): string[] {
  return runsOf(said)
    .filter(run => HAN.test(run))
    .flatMap(run => {
      const characters = [...run]
      const syllables = pinyin(run, { toneType: 'none', type: 'array', v: true })
      return characters.flatMap((_character, from) => {
        for (let to = from, spelled = ''; spelled.length < letters.length && to < syllables.length; to += 1) {
          spelled += syllables[to]
          if (spelled === letters) return [characters.slice(from, to + 1).join('')]
        }
        return []
      })
    })
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

function runsOf(text: string): string[] {
  return text.match(HAN_OR_WORD) ?? []
}

function hanTerms(run: string): string[] {
  const characters = [...run]
  const syllables = pinyin(run, { toneType: 'none', type: 'array', v: true })
  return [...characters, ...pairsOf(characters), ...pairsOf(syllables)]
}

/** The pairs of neighbours, or the only one. */
function pairsOf(parts: readonly string[]): string[] {
  if (parts.length < 2) return [...parts]
  return parts.slice(1).map((part, index) => `${parts[index]}${part}`)
}

const BEGINNING_MIN = 2
const BEGINNING_MAX = 12

function wordTerms(word: string): string[] {
  const beginnings = Array.from({ length: Math.min(word.length, BEGINNING_MAX) }, (_part, index) =>
    word.slice(0, index + 1),
  )
  const long = beginnings.filter(({ length }) => length >= BEGINNING_MIN)
  return [...(word.length < BEGINNING_MIN ? [word] : long), ...syllablePairs(word)]
}

/** Letters that can be read as pinyin, pair by pair; any other word is searched as it stands. */
function syllablePairs(word: string): string[] {
  const syllables = syllablesOf(word)
  return syllables.length > 2 ? pairsOf(syllables) : [word.slice(0, BEGINNING_MAX)]
}

function syllablesOf(word: string): string[] {
  const syllables: string[] = []
  SYLLABLE.lastIndex = 0
  while (SYLLABLE.lastIndex < word.length) {
    const from = SYLLABLE.lastIndex
    if (!SYLLABLE.test(word)) return []
    syllables.push(word.slice(from, SYLLABLE.lastIndex))
  }
  return syllables
}
