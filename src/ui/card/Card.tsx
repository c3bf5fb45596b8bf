import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { tappable } from '../a11y/tappable'
import './card.scss'

export interface CardProps {
  /** Inner margin: 16 by default, 12 compact, none for a card of rows. */
  padding?: 'normal' | 'compact' | 'none'
  /** Makes the whole card one control. */
  onTap?: () => void
  /** Read aloud for a card that is a control. */
  label?: string
  className?: string
}

/** White ground with a radius of 12; neither shadow nor border. */
export function Card({
  padding = 'normal',
  onTap,
  label,
  className = '',
  children,
}: PropsWithChildren<CardProps>) {
  return (
    <View
      className={`card card--${padding} ${className}`}
      {...(onTap ? { ...tappable(label), onClick: onTap } : {})}
    >
      {children}
    </View>
  )
}
