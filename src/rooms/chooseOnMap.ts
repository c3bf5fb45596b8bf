import Taro from '@tarojs/taro'
import type { Point } from './coordinates'

export interface MapPlace {
  /** Empty where a bare point was chosen. */
  name: string
  address: string
  point: Point
}

/** A place chosen on WeChat's own map; null: the map was closed. A browser has none. */
export async function chooseOnMap(): Promise<MapPlace | null> {
  try {
    const { name, address, latitude, longitude } = await Taro.chooseLocation({})
    return { name, address, point: { latitude: Number(latitude), longitude: Number(longitude) } }
  } catch {
    // Closing the map rejects as well, and is no failure.
    return null
  }
}
