import Taro from '@tarojs/taro'
import { callerScope } from '@/api'

/** More than anybody reports while it could still be asked about. */
const KEPT_MAX = 200

const place = () => `reported.${callerScope()}`

function readReported(): string[] {
  const kept: unknown = Taro.getStorageSync(place())
  return Array.isArray(kept) ? (kept as string[]) : []
}

/** Whether this phone knows that the reader has reported it. */
export function hasReported(kind: 'post' | 'comment', id: string): boolean {
  return readReported().includes(`${kind}.${id}`)
}

/** A thing is reported once: from now on the phone says so before anything is filled in again. */
export function noteReported(kind: 'post' | 'comment', id: string): void {
  const key = `${kind}.${id}`
  const others = readReported().filter(one => one !== key)
  Taro.setStorageSync(place(), [key, ...others].slice(0, KEPT_MAX))
}
