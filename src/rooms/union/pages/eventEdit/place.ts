import Taro from '@tarojs/taro'

export interface ChosenPlace {
  name: string
  address: string
  latitude: number
  longitude: number
}

export const canChoosePlace = true

/** WeChat's own map; undefined if it was closed without a choice. The browser types it instead: `place.h5.ts`. */
export async function choosePlace(): Promise<ChosenPlace | undefined> {
  try {
    const { name, address, latitude, longitude } = await Taro.chooseLocation({})
    return name ? { name, address, latitude: Number(latitude), longitude: Number(longitude) } : undefined
  } catch {
    // Closing the map rejects as well, and is no failure.
    return undefined
  }
}
