/**
 * The stops of several trips as the columns of one timetable: the shortest row of which each trip's stops are a part,
 * in order. A loop that names a stop twice keeps both places.
 * @param max beyond so many it is left as it is: whoever asks can use no more
 */
export function columnsOf(
  sequences: readonly (readonly string[])[],
  max = Number.POSITIVE_INFINITY,
): string[] {
  return sequences.reduce<string[]>(
    (columns, sequence) => (columns.length > max ? columns : merged(columns, sequence)),
    [],
  )
}

/** Where each stop of a trip stands in the columns, from the front; null when it is no part of them. */
export function placesIn(columns: readonly string[], sequence: readonly string[]): number[] | null {
  const places: number[] = []
  let from = 0
  for (const stopId of sequence) {
    const at = columns.indexOf(stopId, from)
    if (at === -1) return null
    places.push(at)
    from = at + 1
  }
  return places
}

function merged(columns: readonly string[], sequence: readonly string[]): string[] {
  if (placesIn(columns, sequence)) return [...columns]
  const lengths = commonLengths(columns, sequence)
  const row: string[] = []
  let [left, right] = [0, 0]
  while (left < columns.length || right < sequence.length) {
    const [a, b] = [columns[left], sequence[right]]
    const isShared = a !== undefined && a === b
    const skipsLeft = (lengths[left + 1]?.[right] ?? -1) >= (lengths[left]?.[right + 1] ?? -1)
    const takesLeft = isShared || b === undefined || (a !== undefined && skipsLeft)
    row.push((takesLeft ? a : b) as string)
    left += takesLeft ? 1 : 0
    right += isShared || !takesLeft ? 1 : 0
  }
  return row
}

/** How many stops, in order, the rests from each pair of places have in common. */
function commonLengths(a: readonly string[], b: readonly string[]): number[][] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0))
  for (let left = a.length - 1; left >= 0; left -= 1) {
    const [row, below] = [lengths[left] as number[], lengths[left + 1] as number[]]
    for (let right = b.length - 1; right >= 0; right -= 1)
      row[right] =
        a[left] === b[right]
          ? (below[right + 1] as number) + 1
          : Math.max(below[right] as number, row[right + 1] as number)
  }
  return lengths
}

/** How many stops, in order, two ways have in common. */
export function commonStops(a: readonly string[], b: readonly string[]): number {
  return commonLengths(a, b)[0]?.[0] ?? 0
}

/**
 * Which of two ways each trip goes, for a line that does not say: the first trip goes there; what goes past its stops
 * in the other order, or shares too few of them, goes back.
 * @param max as of `columnsOf`
 */
export function guessedDirections(
  sequences: readonly (readonly string[])[],
  max = Number.POSITIVE_INFINITY,
): ('0' | '1')[] {
  const ways: Record<'0' | '1', string[]> = { 0: [], 1: [] }
  return sequences.map(sequence => {
    const there = commonStops(ways[0], sequence)
    const back =
      ways[1].length > 0 ? commonStops(ways[1], sequence) : commonStops([...ways[0]].reverse(), sequence)
    const isFirst = ways[0].length === 0
    const fits = there >= back && (there * 2 >= sequence.length || ways[1].length > 0)
    const way = isFirst || fits ? '0' : '1'
    if (ways[way].length <= max) ways[way] = merged(ways[way], sequence)
    return way
  })
}
