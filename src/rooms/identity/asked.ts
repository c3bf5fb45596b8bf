import Taro from '@tarojs/taro'
import { callerScope } from '@/api'

/** For whom somebody asked to be bound anew, as they wrote it. */
export interface Asked {
  employeeId: string
  name: string
}

const placeOf = () => `identity.asked.${callerScope()}`

/** Keeps it on this phone and nowhere else: the server says to nobody whether it was right. */
export function keepAsked({ employeeId, name }: Asked): void {
  Taro.setStorageSync(placeOf(), { employeeId, name })
}

/** What was asked for on this phone last. */
export function readAsked(): Asked | undefined {
  return (Taro.getStorageSync(placeOf()) as Asked | '') || undefined
}

export function forgetAsked(): void {
  Taro.removeStorageSync(placeOf())
}
