import { View } from '@tarojs/components'
import { unspoken } from '../a11y/ariaState'
import './drawing.scss'

export type DrawingName = 'seedling' | 'brokenLine' | 'closedGate' | 'emptyPlinth'

/**
 * The small drawings of the faces: a seedling where something may grow, a torn line where it broke, a gate that is
 * closed to the reader, a plinth whose statue has gone.
 */
export function Drawing({ name }: { name: DrawingName }) {
  return <View className={`drawing drawing--${name}`} {...unspoken} />
}
