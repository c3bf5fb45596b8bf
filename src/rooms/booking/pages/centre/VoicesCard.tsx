import { View } from '@tarojs/components'
import type { api, Output } from '@/api'
import { Card } from '@/ui/card/Card'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { ScoreBars } from '../../centre/ScoreBars'
import { Voices } from '../../centre/Voices'

type Opened = Output<typeof api.booking.openCentre>

/** How those who were there found it. */
export function VoicesCard({ centre, feedback, now }: Opened) {
  if (centre.score === null) return null
  return (
    <Card padding="none">
      <SectionHeader title="来过的同事说" />
      <View className="centre__voices">
        <View className="centre__score">
          <View className="centre__number">
            <View className="t28 bold">{centre.score.toFixed(1)}</View>
            <View className="t12 secondary nowrap">{centre.scores} 条评价</View>
          </View>
          <ScoreBars spread={feedback.spread} />
        </View>
        <Voices voices={feedback.latest.slice(0, 3)} now={now} />
      </View>
    </Card>
  )
}
