import Taro from '@tarojs/taro'
import { useState } from 'react'
import { callerScope } from '@/api'

const KEPT_MAX = 20

const place = () => `live.reminded.${callerScope()}`
const known = () => (Taro.getStorageSync(place()) || []) as string[]

/** Keeps on this phone whether somebody is called before a broadcast; the front page then needs not ask the cloud. */
export function keepReminded(broadcastId: string, on: boolean): void {
  const others = known().filter(id => id !== broadcastId)
  Taro.setStorageSync(place(), on ? [broadcastId, ...others].slice(0, KEPT_MAX) : others)
}

/** Whether this phone knows that they are called. To ask twice changes nothing. */
export function useReminded(broadcastId: string) {
  const [changed, setChanged] = useState<boolean>()
  return {
    reminded: changed ?? known().includes(broadcastId),
    setReminded: (on: boolean) => {
      keepReminded(broadcastId, on)
      setChanged(on)
    },
  }
}
