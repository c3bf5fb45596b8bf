import Taro from '@tarojs/taro'
import { useCallback } from 'react'
import { takeWanted, useRefreshSession } from '@/api'

const HOME = '/pages/home/index'

/** Goes in, once the company knows who is calling: to what they came for, or home. */
export function useEntry(): () => Promise<void> {
  const refreshSession = useRefreshSession()
  return useCallback(async () => {
    await refreshSession()
    const url = takeWanted() ?? HOME
    if (url.startsWith('/pages/')) await Taro.switchTab({ url: url.replace(/\?.*$/, '') })
    else await Taro.reLaunch({ url })
  }, [refreshSession])
}
