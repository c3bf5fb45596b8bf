import { View } from '@tarojs/components'
import { spokenAs } from '@/ui/a11y/spoken'
import './nextSteps.scss'

export interface NextStep {
  /** "会长 赵启明" */
  who: string
  /** "看过再决定" */
  when: string
}

/** 之后会这样: who has it now, who decides, and what comes of it. The first is now. */
export function NextSteps({ steps }: { steps: readonly NextStep[] }) {
  return (
    <View className="next-steps">
      <View className="next-steps__label">之后会这样</View>
      <View className="next-steps__line" {...spokenAs('list')}>
        {steps.map(({ who, when }, index) => (
          <View
            key={who}
            className={`next-steps__one${index === 0 ? ' next-steps__one--now' : ''}`}
            {...spokenAs('listitem')}
          >
            <View className="t14">{who}</View>
            <View className="t12 secondary">{when}</View>
          </View>
        ))}
      </View>
    </View>
  )
}
