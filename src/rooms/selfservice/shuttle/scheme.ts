import type { MapStop } from './mapProps'

export interface SchemePoint {
  stopId: string
  /** In parts of the box: 0 is left, 1 right. */
  x: number
  /** 0 is top. */
  y: number
}

const DEGREES_TO_RADIANS = Math.PI / 180

/**
 * Where stops stand in a drawn box: true to their places, north up, as large as fits.
 * @param ratio the box's width by its height
 */
export function schemeOf(stops: readonly MapStop[], ratio: number): SchemePoint[] {
  const [first] = stops
  if (!first) return []
  // A degree of longitude is shorter the further north.
  const narrow = Math.cos(first.latitude * DEGREES_TO_RADIANS)
  const flat = stops.map(({ stopId, latitude, longitude }) => ({
    stopId,
    x: longitude * narrow,
    y: -latitude,
  }))
  const [xs, ys] = [flat.map(({ x }) => x), flat.map(({ y }) => y)]
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  const [width, height] = [Math.max(...xs) - left, Math.max(...ys) - top]
  const scale = 1 / (Math.max(width / ratio, height) || 1)
  return flat.map(({ stopId, x, y }) => ({
    stopId,
    x: 0.5 + ((x - left - width / 2) * scale) / ratio,
    y: 0.5 + (y - top - height / 2) * scale,
  }))
}
