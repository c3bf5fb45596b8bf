import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { spokenAs } from '../a11y/spoken'
import './timeline.scss'

export interface TimelineStep {
  key: string
  title: ReactNode
  meta?: ReactNode
  /** Already in words: "周日 9:32". */
  when?: string
  state: 'done' | 'now' | 'later'
}

/** How something went and will go: approval, delivery, application. */
export function Timeline({ steps }: { steps: readonly TimelineStep[] }) {
  return (
    <View className="timeline" {...spokenAs('list')}>
      {steps.map(({ key, title, meta, when, state }) => (
        <View key={key} className={`timeline__step timeline__step--${state}`} {...spokenAs('listitem')}>
          <View className="timeline__dot" />
          <View className="timeline__main">
            <View className="timeline__title">{title}</View>
            {meta ? <View className="timeline__meta">{meta}</View> : null}
          </View>
          {when ? <View className="timeline__when">{when}</View> : null}
        </View>
      ))}
    </View>
  )
}
