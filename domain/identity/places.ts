/** How many characters are put in, left out or changed between two words. */
function distance(one: string, other: string): number {
  const [from, to] = [[...one], [...other]]
  let before = to.map((_letter, place) => place + 1)
  from.forEach((letter, row) => {
    const line: number[] = []
    to.forEach((wanted, place) => {
      const corner = place === 0 ? row : (before[place - 1] ?? 0)
      const left = place === 0 ? row + 1 : (line[place - 1] ?? 0)
      line.push(Math.min(corner + (letter === wanted ? 0 : 1), left + 1, (before[place] ?? 0) + 1))
    })
    before = line
  })
  return before.at(-1) ?? from.length
}

/** The known department or site that a written one is most like; nothing where it shares no character with any. */
export function nearestPlace(written: string, known: Iterable<string>): string | undefined {
  const isAlike = (one: string) => [...written].some(letter => one.includes(letter))
  const [nearest] = [...known]
    .filter(isAlike)
    .map(one => ({ one, far: distance(written, one) }))
    .sort((a, b) => a.far - b.far || a.one.localeCompare(b.one))
  return nearest?.one
}

/** "系统里没有「物流二部」，最接近 物流" */
export function sayUnknownPlace(written: string, known: Iterable<string>): string {
  const nearest = nearestPlace(written, known)
  return `系统里没有「${written}」${nearest === undefined ? '' : `，最接近 ${nearest}`}`
}
