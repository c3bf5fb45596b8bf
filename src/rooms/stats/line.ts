/** Drawn once for a phone and a desk alike: the picture stretches, its stroke does not. */
const WIDTH = 960
const HEIGHT = 500

interface Point {
  x: number
  y: number
}

function pointsOf(values: readonly number[], top: number): Point[] {
  const step = WIDTH / values.length
  return values.map((value, index) => ({ x: (index + 0.5) * step, y: HEIGHT * (1 - value / top) }))
}

/** A smooth line that never leaves the band of its values: through the middles, drawn towards each of them. */
function pathOf(points: readonly Point[]): string {
  const [first, last] = [points[0] as Point, points.at(-1) as Point]
  const at = ({ x, y }: Point) => `${Math.round(x)} ${Math.round(y)}`
  const arcs = points.slice(1, -1).map((point, index) => {
    const next = points[index + 2] as Point
    return `Q${at(point)} ${at({ x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 })}`
  })
  return `M0 ${Math.round(first.y)}L${at(first)}${arcs.join('')}L${at(last)}L${WIDTH} ${Math.round(last.y)}`
}

/** As a mask, so that the colour comes from the tokens, light and dark. */
function maskOf(shape: string): string {
  const head = `%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${WIDTH} ${HEIGHT}' preserveAspectRatio='none'`
  return `url("data:image/svg+xml,${head}%3E${shape}%3C/svg%3E")`
}

const pen =
  "fill='none' stroke='%23000' stroke-linejoin='round' stroke-linecap='round' vector-effect='non-scaling-stroke'"

/** The line through some values, from 0 at the foot to `top`. */
export function lineMask(values: readonly number[], top: number): string {
  return maskOf(`%3Cpath ${pen} stroke-width='2' d='${pathOf(pointsOf(values, top))}'/%3E`)
}

export function dashedMask(values: readonly number[], top: number): string {
  const path = pathOf(pointsOf(values, top))
  return maskOf(`%3Cpath ${pen} stroke-width='1.5' stroke-dasharray='4 4' d='${path}'/%3E`)
}

/** What lies under it. */
export function areaMask(values: readonly number[], top: number): string {
  const path = pathOf(pointsOf(values, top))
  return maskOf(`%3Cpath d='${path}V${HEIGHT}H0z'/%3E`)
}

/** How high the line runs at one of its values, as a part of `top`: a peak is rounded off a little. */
export function heightOnLine(values: readonly number[], index: number, top: number): number {
  const value = (at: number) => values[Math.min(values.length - 1, Math.max(0, at))] as number
  return (value(index - 1) + 6 * value(index) + value(index + 1)) / 8 / top
}

const TICKS_MAX = 4

/** Round numbers from 0 to just under a top that leaves the highest value some air. */
export function scaleOf(highest: number): { top: number; ticks: number[] } {
  const top = Math.max(1, highest) * 1.06
  const power = 10 ** Math.floor(Math.log10(top))
  const steps = [0.1, 0.2, 0.5, 1, 2, 5].map(part => part * power)
  const step = steps.find(size => top / size <= TICKS_MAX) ?? power * 5
  const count = Math.floor(top / step)
  return {
    top,
    ticks: Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(6))),
  }
}
