import Taro from '@tarojs/taro'
import { useCallback } from 'react'
import { useRefreshSession } from '@/api'

/** Goes in, once the company knows who is calling. */
export function useEntry(): () => Promise<void> {
  const refreshSession = useRefreshSession()
  return useCallback(async () => {
    await refreshSession()
    await Taro.switchTab({ url: '/pages/home/index' })
  }, [refreshSession])
}
