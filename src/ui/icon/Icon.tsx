import { View } from '@tarojs/components'
import { unspoken } from '../a11y/ariaState'
import './icon.scss'
import type { IconName } from './icons.gen'

export type { IconName } from './icons.gen'

export interface IconProps {
  name: IconName
  /** Side of the square in px. Icons do not grow with the text. Default 24. */
  size?: number
  /** The filled face, for what the reader has already tapped. */
  filled?: boolean
  className?: string
}

const withFilledFace: ReadonlySet<IconName> = new Set<IconName>(['heart', 'star'])

/** A drawn sign in the colour of the text around it. Decoration for the ear: label the control instead. */
export function Icon({ name, size = 24, filled = false, className = '' }: IconProps) {
  const face = filled && withFilledFace.has(name) ? `${name}-filled` : name
  const small = size <= 16 ? ' icon--small' : ''
  return (
    <View
      className={`icon icon--${face}${small} ${className}`}
      style={size === 24 ? undefined : { width: `${size}px`, height: `${size}px` }}
      {...unspoken}
    />
  )
}
