import { View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import './bottomBar.scss'

export interface BottomBarProps {
  /** What the action costs or leaves: "兑换后还剩 406". */
  consequence?: ReactNode
}

/**
 * The page’s action, always under the thumb. Goes into Screen's `bar`, which keeps its place free; a form that
 * brings it says `ownBar`.
 */
export function BottomBar({ consequence, children }: PropsWithChildren<BottomBarProps>) {
  return (
    <View className="bottom-bar">
      {consequence ? <View className="bottom-bar__consequence">{consequence}</View> : null}
      <View className="bottom-bar__actions">{children}</View>
    </View>
  )
}
