import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { Icon, type IconName } from '../icon/Icon'
import './badge.scss'

export interface BadgeProps {
  /** `happy` only for doubled coins; `bad` for danger and overdue. */
  tone?: 'neutral' | 'accent' | 'happy' | 'ok' | 'bad'
  icon?: IconName
}

/** A word about the thing beside it: 20 high, text of 12. */
export function Badge({ tone = 'neutral', icon, children }: PropsWithChildren<BadgeProps>) {
  return (
    <View className={`badge badge--${tone}`}>
      {icon ? <Icon name={icon} size={12} /> : null}
      {children}
    </View>
  )
}
