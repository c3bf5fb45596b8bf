import Taro from '@tarojs/taro'
import { type HomeAddress, noAddress } from './deliveryForm'

/** The address of the last parcel, kept on this phone alone: the server learns it with an order and not before. */
const place = 'mall.address'

export function readAddress(): HomeAddress {
  return { ...noAddress, ...(Taro.getStorageSync(place) || {}) }
}

export function keepAddress({ recipient, phone, address }: HomeAddress): void {
  Taro.setStorageSync(place, { recipient, phone, address })
}
