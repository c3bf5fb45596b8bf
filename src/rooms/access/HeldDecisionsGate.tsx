import { useQueryClient } from '@tanstack/react-query'
import Taro from '@tarojs/taro'
import { useEffect } from 'react'
import { api, keyOf } from '@/api'
import { holding, onDecisionSettled } from './decisions'

const outdated = [
  api.access.openInbox,
  api.union.openApplication,
  api.union.listDecided,
  api.union.listAssociations,
  api.union.openFounding,
  api.identity.openRebind,
]

/**
 * Draws nothing: sends what an earlier run left behind, and whatever is held when the app is put away, since it may
 * not come back. Once, around the app.
 */
export function HeldDecisionsGate(): null {
  const client = useQueryClient()
  useEffect(
    () =>
      onDecisionSettled(() => {
        for (const query of outdated) void client.invalidateQueries({ queryKey: keyOf(query) })
      }),
    [client],
  )
  useEffect(() => {
    const flush = () => void holding.flush()
    flush()
    Taro.onAppHide(flush)
    return () => Taro.offAppHide(flush)
  }, [])
  return null
}
