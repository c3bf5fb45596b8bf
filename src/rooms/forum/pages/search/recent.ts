import Taro from '@tarojs/taro'
import { callerScope } from '@/api'

const KEPT_MAX = 8

const place = () => `searched.${callerScope()}`

/** What was searched for and led to something, the latest first; on the phone alone. */
export function readSearched(): string[] {
  const kept: unknown = Taro.getStorageSync(place())
  return Array.isArray(kept) ? kept.filter(one => typeof one === 'string') : []
}

export function keepSearched(text: string): void {
  const others = readSearched().filter(one => one !== text)
  Taro.setStorageSync(place(), [text, ...others].slice(0, KEPT_MAX))
}

export function dropSearched(): void {
  Taro.removeStorageSync(place())
}
