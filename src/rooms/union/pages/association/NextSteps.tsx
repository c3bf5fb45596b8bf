import { View } from '@tarojs/components'
import { spokenAs } from '@/ui/a11y/spoken'

/** 之后会这样: who has it now, who decides, and what comes of it. */
export function NextSteps({ president }: { president: string }) {
  const steps = [
    { who: '你', when: '现在' },
    { who: `会长 ${president}`, when: '看过再决定' },
    { who: '入会', when: '收到通知' },
  ]
  return (
    <View className="next-steps">
      <View className="apply__label">之后会这样</View>
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
