import Taro, { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import { callerScope } from '@/api'

/** As many as a thumb's width of chips. */
const RECENT_MAX = 12

/** What somebody has looked up is on their phone and nowhere else. */
const place = () => `glossary.recent.${callerScope()}`

function recentIds(): string[] {
  const kept = Taro.getStorageSync<string[] | ''>(place())
  return Array.isArray(kept) ? kept : []
}

export function rememberRecent(termId: string): void {
  const others = recentIds().filter(id => id !== termId)
  Taro.setStorageSync(place(), [termId, ...others].slice(0, RECENT_MAX))
}

/** The words that were looked up last, the latest first. */
export function useRecent(): readonly string[] {
  const [ids, setIds] = useState(recentIds)
  useDidShow(() => setIds(recentIds()))
  return ids
}
