import Taro from '@tarojs/taro'

/** A point as WeChat's and Amap's maps have it (GCJ-02). */
export interface Point {
  latitude: number
  longitude: number
}

export interface MapFaceProps {
  point: Point
  name: string
  onTap: () => void
}

export interface Destination {
  name: string
  address: string
  point: Point
}

/** How close the map opens: streets, as WeChat numbers it. */
const MAP_SCALE = 16

/** WeChat's own map, from which any map app leads the way. The browser opens one itself: `navigate.h5.ts`. */
export async function navigate({ name, address, point }: Destination): Promise<void> {
  try {
    await Taro.openLocation({ name, address, ...point, scale: MAP_SCALE })
  } catch {
    // Closing the map rejects on some phones, and is no failure.
  }
}
