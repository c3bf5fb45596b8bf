/** A word with every name under which it stands in a text. */
export interface NamedWord {
  id: string
  names: readonly string[]
}

/** Where a word stands in a text, in UTF-16 units. */
export interface Match {
  from: number
  to: number
  id: string
}

/** A piece of a text; together the pieces are the text again. */
export interface ExplainedPart {
  text: string
  /** The word that it is; null for what lies between. */
  id: string | null
}

/** One state of the automaton: where each letter leads, where to go on when none does, and what ends here. */
interface State {
  next: Map<string, number>
  /** The longest other beginning of a name that ends like this one. */
  fallback: number
  /** The nearest state along the fallbacks in which a name ends; 0 for none. */
  shorter: number
  ends: { id: string; name: string; exact: boolean } | null
}

const ROOT = 0
const newState = (): State => ({ next: new Map(), fallback: ROOT, shorter: ROOT, ends: null })

/** Letters, digits and what joins them in a Latin word; no Chinese character is one. */
const WORD_LETTER = /[\p{Script=Latin}\p{Nd}_]/u
const LOWER_CASE = /\p{Ll}/u
const PRINTED_RUN = /[!-~]+/g
/** What makes an address of a run of letters and signs. */
const ADDRESS_MARK = /:\/\/|\w@\w/

/** Case only where it keeps the length: a place in the folded text is the same place in the text. */
function fold(letter: string): string {
  const small = letter.toLowerCase()
  return small.length === letter.length ? small : letter
}

/**
 * Finds words in texts by Aho and Corasick's automaton: each letter of a text is read once, however many words there
 * are. Made once for a glossary.
 */
export class WordFinder {
  private readonly states: State[] = [newState()]
  /** How often a state was entered or looked at since this was made; what the time goes by. */
  steps = 0

  constructor(words: readonly NamedWord[]) {
    for (const { id, names } of words) for (const name of names) this.add(id, name.normalize('NFC'))
    this.link()
  }

  /**
   * The words in a text from left to right: of several that begin at a place the longest, Latin names as whole words
   * alone, names in capitals (SPA) in capitals alone, none inside an address, and no two of them overlapping.
   */
  find(text: string): Match[] {
    const longest = this.longestFrom(text)
    const matches: Match[] = []
    for (let at = 0; at < text.length; ) {
      const match = longest.get(at)
      if (match) matches.push(match)
      at = match ? match.to : at + 1
    }
    return matches
  }

  private add(id: string, name: string): void {
    if (name === '') return
    let state = ROOT
    for (const letter of lettersOf(name)) {
      const { next } = this.at(state)
      const known = next.get(letter)
      state = known ?? this.states.push(newState()) - 1
      if (known === undefined) next.set(letter, state)
    }
    // Of two words with one name the first has it.
    this.at(state).ends ??= { id, name, exact: !LOWER_CASE.test(name) }
  }

  /** Breadth first: a state's fallback is shorter than itself, and so is linked before it. */
  private link(): void {
    const queue = [...this.at(ROOT).next.values()]
    for (let index = 0; index < queue.length; index += 1) {
      const state = this.at(queue[index] as number)
      for (const [letter, child] of state.next) {
        const fallback = this.step(state.fallback, letter)
        const target = this.at(child)
        target.fallback = fallback
        target.shorter = this.at(fallback).ends ? fallback : this.at(fallback).shorter
        queue.push(child)
      }
    }
  }

  private step(from: number, letter: string): number {
    let state = from
    for (;;) {
      this.steps += 1
      const next = this.at(state).next.get(letter)
      if (next !== undefined) return next
      if (state === ROOT) return ROOT
      state = this.at(state).fallback
    }
  }

  /** For each place at which a word stands, the longest one. */
  private longestFrom(text: string): Map<number, Match> {
    const inAddress = addressesIn(text)
    const longest = new Map<number, Match>()
    let state = ROOT
    for (let index = 0; index < text.length; index += 1) {
      state = this.step(state, fold(text[index] as string))
      for (let end = this.at(state).ends ? state : this.at(state).shorter; end; end = this.at(end).shorter) {
        this.steps += 1
        const match = this.matchAt(text, end, index + 1)
        if (match && !inAddress[match.from] && (longest.get(match.from)?.to ?? 0) < match.to)
          longest.set(match.from, match)
      }
    }
    return longest
  }

  private matchAt(text: string, state: number, to: number): Match | null {
    const { ends } = this.at(state)
    if (!ends) return null
    const from = to - ends.name.length
    if (ends.exact && text.slice(from, to) !== ends.name) return null
    const isWhole = !continues(text, from - 1, from) && !continues(text, to - 1, to)
    return isWhole ? { from, to, id: ends.id } : null
  }

  private at(state: number): State {
    return this.states[state] as State
  }
}

/** A mark for each place of a text that belongs to an address somebody typed: no word in it is meant. */
function addressesIn(text: string): Uint8Array {
  const marks = new Uint8Array(text.length)
  for (const { 0: run, index } of text.matchAll(PRINTED_RUN))
    if (ADDRESS_MARK.test(run)) marks.fill(1, index, index + run.length)
  return marks
}

function* lettersOf(name: string): Generator<string> {
  for (let index = 0; index < name.length; index += 1) yield fold(name[index] as string)
}

/** Whether a Latin word goes on from one place to the next. */
function continues(text: string, left: number, right: number): boolean {
  return WORD_LETTER.test(text[left] ?? '') && WORD_LETTER.test(text[right] ?? '')
}

/**
 * A text in pieces, of which those that are asked for stand apart, each at its first place alone.
 * @param wanted the words that this text may explain: another text of the screen may explain the others
 */
export function explainedParts(
  text: string,
  matches: readonly Match[],
  wanted: ReadonlySet<string>,
): ExplainedPart[] {
  const parts: ExplainedPart[] = []
  const seen = new Set<string>()
  let at = 0
  for (const { from, to, id } of matches) {
    if (!wanted.has(id) || seen.has(id)) continue
    seen.add(id)
    if (from > at) parts.push({ text: text.slice(at, from), id: null })
    parts.push({ text: text.slice(from, to), id })
    at = to
  }
  if (at < text.length) parts.push({ text: text.slice(at), id: null })
  return parts
}

/** The words among which a text is searched: every name of those that editors let be explained in texts. */
export function namedWords(
  terms: readonly {
    termId: string
    zh: string
    en: string
    sv: string
    abbreviation: string
    aliases: readonly string[]
    inText: boolean
  }[],
): NamedWord[] {
  return terms
    .filter(({ inText }) => inText)
    .map(({ termId, zh, en, sv, abbreviation, aliases }) => ({
      id: termId,
      names: [abbreviation, zh, en, sv, ...aliases].filter(name => name.length > 1),
    }))
}
