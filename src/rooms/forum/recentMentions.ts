import Taro from '@tarojs/taro'
import { type api, callerScope, type Output } from '@/api'

export type Colleague = Output<typeof api.identity.findColleagues>['colleagues'][number]

const KEPT_MAX = 6

const place = () => `mentioned.${callerScope()}`

/** Whom somebody has called before, the latest first; on the phone alone. */
export function readMentioned(): Colleague[] {
  const kept: unknown = Taro.getStorageSync(place())
  return Array.isArray(kept) ? (kept as Colleague[]) : []
}

export function keepMentioned(colleague: Colleague): void {
  const others = readMentioned().filter(({ employeeId }) => employeeId !== colleague.employeeId)
  Taro.setStorageSync(place(), [colleague, ...others].slice(0, KEPT_MAX))
}
