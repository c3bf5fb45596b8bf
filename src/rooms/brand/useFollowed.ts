import Taro from '@tarojs/taro'
import { useState } from 'react'

const PLACE = 'brand.followed'

/**
 * Which accounts the person says they follow. WeChat tells no mini program, so that it is a note of one's own: it stays
 * on this phone.
 */
export function useFollowed() {
  const [followed, setFollowed] = useState<string[]>(() => Taro.getStorageSync(PLACE) || [])
  const mark = (accountId: string, follows: boolean) => {
    const others = followed.filter(id => id !== accountId)
    const after = follows ? [...others, accountId] : others
    Taro.setStorageSync(PLACE, after)
    setFollowed(after)
  }
  return { follows: (accountId: string) => followed.includes(accountId), mark }
}
