/** A text in pieces: those that are what was searched for, letter by letter, and the rest. Together they are the text. */
export function highlightedParts(text: string, wanted: string): { part: string; found: boolean }[] {
  const needle = wanted.trim().toLowerCase()
  const parts: { part: string; found: boolean }[] = []
  const hay = text.toLowerCase()
  let at = 0
  while (needle !== '' && at < text.length) {
    const next = hay.indexOf(needle, at)
    if (next < 0) break
    if (next > at) parts.push({ part: text.slice(at, next), found: false })
    parts.push({ part: text.slice(next, next + needle.length), found: true })
    at = next + needle.length
  }
  if (at < text.length) parts.push({ part: text.slice(at), found: false })
  return parts
}
