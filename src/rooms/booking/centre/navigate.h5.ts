/// <reference lib="dom" />
import type { Destination } from './navigate'

export type { MapFaceProps, Point } from './navigate'

/** Amap's page for a place, in a window of its own. It counts in the same coordinates as WeChat. */
export async function navigate({ name, point }: Destination): Promise<void> {
  const { longitude, latitude } = point
  const search = new URLSearchParams({ position: `${longitude},${latitude}`, name, coordinate: 'gaode' })
  window.open(`https://uri.amap.com/marker?${search}`, '_blank', 'noopener')
}
