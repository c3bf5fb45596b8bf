import { onlineManager, useIsRestoring, useQueryClient } from '@tanstack/react-query'
import Taro from '@tarojs/taro'
import { useEffect } from 'react'
import { keyOf } from '../reference'
import { type Follow, followHeldCommands, holding } from './heldCommands'

export interface HeldCommandsGateProps {
  /** What a room has to say about the output of one of its own. */
  onSent: (...sent: Parameters<Follow>) => void
}

/**
 * Draws nothing: sends what an earlier run left behind, whatever is held when the app is put away, since it may not
 * come back, and what found no network once there is one. Once, around the app.
 */
export function HeldCommandsGate({ onSent }: HeldCommandsGateProps): null {
  const client = useQueryClient()
  const isRestoring = useIsRestoring()
  useEffect(
    () =>
      followHeldCommands(async (command, output) => {
        if (output !== undefined) onSent(command, output)
        const asked = command.outdates.map(query => client.invalidateQueries({ queryKey: keyOf(query) }))
        await Promise.all(asked)
      }),
    [client, onSent],
  )
  useEffect(() => {
    // An answer restored after the command is through would be an old one that counts as fresh.
    if (isRestoring) return
    const flush = () => void holding.flush()
    flush()
    Taro.onAppHide(flush)
    const unsubscribe = onlineManager.subscribe(isOnline => {
      if (isOnline) flush()
    })
    return () => {
      Taro.offAppHide(flush)
      unsubscribe()
    }
  }, [isRestoring])
  return null
}
