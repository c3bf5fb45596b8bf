/** The characters of GB 32100-2015, each worth its place; I, O, S, V and Z are left out as too easily misread. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const LENGTH = 18
/** The weight of place i is 3^i mod 31 (GB 32100-2015, 5.2). */
const BASE = 3

/** The last character of a unified social credit code, from the 17 before it. */
export function checkCharacterOf(body: string): string | null {
  if (body.length !== LENGTH - 1) return null
  let sum = 0
  let weight = 1
  for (const character of body) {
    const worth = ALPHABET.indexOf(character)
    if (worth === -1) return null
    sum += worth * weight
    weight = (weight * BASE) % ALPHABET.length
  }
  return ALPHABET[(ALPHABET.length - (sum % ALPHABET.length)) % ALPHABET.length] ?? null
}

/** Whether a text is a unified social credit code, which is what a company's tax number has been since 2015. */
export function isTaxNumber(text: string): boolean {
  return text.length === LENGTH && checkCharacterOf(text.slice(0, -1)) === text.at(-1)
}

/** As people read it to each other: `9131 0000 5555 0000 0X`. */
export function spacedTaxNumber(text: string): string {
  return text.replace(/(.{4})(?=.)/g, '$1 ')
}
