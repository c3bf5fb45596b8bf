const SHORT_CODES = 10_000

/** Four digits of a long code: enough to tell the people of one session apart, and to ask again when two share them. */
export function shortCodeOf(long: string): string {
  const number = [...long].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % SHORT_CODES, 7)
  return String(number).padStart(4, '0')
}
