import Taro from '@tarojs/taro'
import { type HomeAddress, noAddress } from './deliveryForm'

/** Where the last order went, kept on this phone alone: the server learns it with an order and not before. */
const addressPlace = 'mall.address'
const deskPlace = 'mall.desk'

export function readAddress(): HomeAddress {
  return { ...noAddress, ...(Taro.getStorageSync(addressPlace) || {}) }
}

export function keepAddress({ recipient, phone, address }: HomeAddress): void {
  Taro.setStorageSync(addressPlace, { recipient, phone, address })
}

/** The desk of the last order; empty if there was none. */
export function readDesk(): string {
  return String(Taro.getStorageSync(deskPlace) || '')
}

export function keepDesk(deskId: string): void {
  Taro.setStorageSync(deskPlace, deskId)
}
