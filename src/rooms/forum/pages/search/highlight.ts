import { sentencesOf } from '@domain/forum/sentences'

/** A text in pieces: those that are one of the words, letter by letter, and the rest. Together they are the text. */
export function highlightedParts(text: string, words: readonly string[]): { part: string; found: boolean }[] {
  const parts: { part: string; found: boolean }[] = []
  let at = 0
  for (let next = nextOf(text, words, at); next; next = nextOf(text, words, at)) {
    if (next.from > at) parts.push({ part: text.slice(at, next.from), found: false })
    parts.push({ part: text.slice(next.from, next.to), found: true })
    at = next.to
  }
  if (at < text.length) parts.push({ part: text.slice(at), found: false })
  return parts
}

/** Where the first of the words stands, the longest of those that begin there; undefined: nowhere. */
function nextOf(
  text: string,
  words: readonly string[],
  at: number,
): { from: number; to: number } | undefined {
  const hay = text.toLowerCase()
  const [first] = words
    .map(word => word.trim().toLowerCase())
    .filter(word => word !== '')
    .map(word => ({ from: hay.indexOf(word, at), length: word.length }))
    .filter(({ from }) => from >= 0)
    .sort((a, b) => a.from - b.from || b.length - a.length)
  return first && { from: first.from, to: first.from + first.length }
}

/** So much of a sentence is shown before the word, where it does not fit whole. */
const BEFORE = 12
const SHOWN_MAX = 60

/** The first sentence of a text that says one of the words, from a little before it where it is long. */
export function sentenceWith(text: string, words: readonly string[]): string | undefined {
  const saysIt = (said: string) => highlightedParts(said, words).some(({ found }) => found)
  const sentence = sentencesOf(text).find(saysIt)?.trim()
  if (sentence === undefined || sentence.length <= SHOWN_MAX) return sentence
  const [before] = highlightedParts(sentence, words)
  const from = before && !before.found ? Math.max(0, before.part.length - BEFORE) : 0
  return `${from > 0 ? '…' : ''}${sentence.slice(from, from + SHOWN_MAX)}…`
}
