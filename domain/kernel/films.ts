/** As much as a phone uploads in a minute or two, and a function copies well within its time. */
export const filmBytesMax = 50 * 1024 * 1024

const UPLOADED_FILM = /^cloud:\/\/[^/]+\/uploads\/[\w-]+\.mp4$/

/** Whether a file id is of a film that a page uploads: no other file is ever played as one. */
export function isUploadedFilm(fileId: string): boolean {
  return UPLOADED_FILM.test(fileId)
}

/** MP4 says `ftyp` and by which brand; QuickTime's own does not play on every phone. */
const BRAND = { at: 4, mark: 'ftyp', length: 8, quickTime: 'ftypqt  ' } as const

/** Whether a file begins as MP4 does, whatever its name says. */
export function isFilm(content: Uint8Array): boolean {
  const said = String.fromCharCode(...content.subarray(BRAND.at, BRAND.at + BRAND.length))
  return said.startsWith(BRAND.mark) && said !== BRAND.quickTime
}
