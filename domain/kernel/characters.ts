let graphemes: Intl.Segmenter | undefined

/**
 * Splits as people count: a family emoji is one character, and is never cut in two. Made when the first text is
 * counted, because making it takes ten milliseconds of a function's cold start.
 */
function splitter(): Intl.Segmenter {
  graphemes ??= new Intl.Segmenter('zh', { granularity: 'grapheme' })
  return graphemes
}

/** The characters of a text as people count them: Unicode's extended grapheme clusters (UAX #29). */
export function charactersOf(text: string): string[] {
  return Array.from(splitter().segment(text), ({ segment }) => segment)
}

/** A text of these characters in at most so many: where some had to go, the last one is … */
export function shortened(characters: readonly string[], most: number): string {
  return characters.length <= most ? characters.join('') : `${characters.slice(0, most - 1).join('')}…`
}

const HAN_AT_END = /\p{Script=Han}$/u
const LATIN_AT_START = /^[\p{Script=Latin}\p{Nd}]/u

/** Two pieces of Chinese text as one, with the blank that stands between a Han character and Latin letters or digits. */
export function spaced(left: string, right: string): string {
  return HAN_AT_END.test(left) && LATIN_AT_START.test(right) ? `${left} ${right}` : left + right
}

/** Half of a surrogate pair: no character, and what stores or sends it as UTF-8 garbles it. */
const LONE_SURROGATE = /\p{Cs}/u

/** Whether the text is well-formed UTF-16, as `String.prototype.isWellFormed` says in newer runtimes. */
export function isWellFormed(text: string): boolean {
  return !LONE_SURROGATE.test(text)
}

/** Blanks that Unicode calls letters or symbols (U+3164, U+2060, U+00AD …), and the braille pattern without dots. */
const SOMETHING_TO_SEE = /[^\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{Cs}\u2800]/u

/** Whether at least one character of the text leaves a mark on the screen. */
export function isVisible(text: string): boolean {
  return SOMETHING_TO_SEE.test(text)
}
