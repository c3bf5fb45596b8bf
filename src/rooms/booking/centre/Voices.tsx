import type { FeedbackView } from '@domain/booking/centreViews'
import { View } from '@tarojs/components'
import { sayWhen } from '@/ui/clock/moment'
import './voices.scss'

export interface VoicesProps {
  voices: readonly FeedbackView[]
  now: number
}

/** What visitors wrote, without a name. */
export function Voices({ voices, now }: VoicesProps) {
  return (
    <>
      {voices.map(({ score, words, department, at }) => (
        <View key={`${at}-${words}`} className="voice">
          <View className="row row--between gap-8 t12 secondary">
            <View>
              {department} · {score} 星
            </View>
            <View className="nowrap">{sayWhen(at, now)}</View>
          </View>
          {words === '' ? null : <View className="voice__words">{words}</View>}
        </View>
      ))}
    </>
  )
}
