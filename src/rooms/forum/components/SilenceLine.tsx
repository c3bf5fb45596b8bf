import { View } from '@tarojs/components'
import { openPage } from '@/rooms/open'
import { tappable } from '@/ui/a11y/tappable'
import { sayClock, sayWhen } from '@/ui/clock/moment'
import { Icon } from '@/ui/icon/Icon'
import type { Silence } from '../post'
import './silenceLine.scss'

/** Today a moment says its clock by itself. */
function sayUntil(until: number, now: number): string {
  const day = sayWhen(until, now)
  return day.endsWith(sayClock(until)) ? day : `${day} ${sayClock(until)}`
}

/** Says to whoever may publish nothing for a while until when and why, before they write, and leads to what they can do. */
export function SilenceLine({ silence, now }: { silence: Silence; now: number }) {
  const { until, reason, reviewId, appealable } = silence
  const [words, lead] =
    reviewId === null
      ? ['看通知', () => openPage('notice/inbox')]
      : [appealable ? '申诉' : '看结果', () => openPage('forum/appeal', { reviewId })]
  return (
    <View className="silence">
      <Icon name="alert" size={20} className="silence__sign" />
      <View className="silence__words">
        <View className="medium">停言到 {sayUntil(until, now)}</View>
        <View className="t12">{reason ?? '原因在通知里'}</View>
      </View>
      <View className="silence__lead" {...tappable(undefined, 'link')} onClick={lead}>
        {words}
      </View>
    </View>
  )
}
