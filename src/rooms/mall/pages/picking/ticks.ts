import { dayOf } from '@domain/kernel/time'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { callerScope } from '@/api'

/** What is fetched is on the keeper's phone alone, and for the day: whoever comes next counts for themselves. */
const place = () => `mall.picked.${callerScope()}`

interface Kept {
  /** The day of the shift, in UTC+8. */
  on: string
  /** The numbers of the orders whose thing lies in the basket. */
  numbers: readonly string[]
}

function readOn(on: string): readonly string[] {
  const kept = Taro.getStorageSync<Kept | ''>(place())
  return kept !== '' && kept.on === on ? kept.numbers : []
}

/** What a keeper has fetched already in today's shift, by the numbers of the orders. */
export function useTicks(now: number) {
  const on = dayOf(now)
  const [kept, setKept] = useState<Kept>(() => ({ on, numbers: readOn(on) }))
  const picked = new Set(kept.on === on ? kept.numbers : readOn(on))
  const turn = (numbers: readonly string[], isPicked: boolean) => {
    const others = [...picked].filter(number => !numbers.includes(number))
    const next = { on, numbers: isPicked ? [...others, ...numbers] : others }
    Taro.setStorageSync(place(), next)
    setKept(next)
  }
  return { picked, turn }
}

interface Place {
  people: readonly { number: string; quantity: number }[]
}

/** How many pieces are still to be fetched for one place: an order that came since is not in the basket yet. */
export function leftOf({ people }: Place, picked: ReadonlySet<string>): number {
  return people.filter(({ number }) => !picked.has(number)).reduce((sum, { quantity }) => sum + quantity, 0)
}
