/** Where a sentence ends, or its line. */
const SENTENCE = /[^。！？!?；;\n]+[。！？!?；;]*/g

/** A text's sentences, as they stand in it. */
export function sentencesOf(text: string): string[] {
  return text.match(SENTENCE) ?? []
}
