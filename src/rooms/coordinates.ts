export interface Point {
  latitude: number
  longitude: number
}

const NUMBERS = /^\s*(-?\d{1,3}(?:\.\d+)?)\s*[,，、\s]\s*(-?\d{1,3}(?:\.\d+)?)\s*$/

/** A point as a map writes it when it is copied: latitude, then longitude in degrees; null: it is none. */
export function pointOf(text: string): Point | null {
  const [, latitude, longitude] = NUMBERS.exec(text) ?? []
  const point = { latitude: Number(latitude), longitude: Number(longitude) }
  return Math.abs(point.latitude) <= 90 && Math.abs(point.longitude) <= 180 ? point : null
}

/** "31.2896, 121.1635" */
export function sayPoint({ latitude, longitude }: Point): string {
  return `${latitude}, ${longitude}`
}
