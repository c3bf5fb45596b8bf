const SIGNATURES: readonly (readonly [offset: number, text: string])[][] = [
  [[0, '\xff\xd8\xff']],
  [[0, '\x89PNG\r\n\x1a\n']],
  [
    [0, 'RIFF'],
    [8, 'WEBP'],
  ],
  [[0, 'GIF8']],
]

/** Whether a file begins as JPEG, PNG, WebP or GIF do, whatever its name says. */
export function isPicture(content: Uint8Array): boolean {
  const standsAt = ([offset, text]: readonly [number, string]) =>
    [...text].every((character, index) => content[offset + index] === character.charCodeAt(0))
  return SIGNATURES.some(signature => signature.every(standsAt))
}
