import { View } from '@tarojs/components'
import { tappable } from '@/ui/a11y/tappable'
import { Badge } from '@/ui/badge/Badge'
import { Icon } from '@/ui/icon/Icon'
import { sayDay } from '../../shuttle/busWords'
import type { WayStop } from '../../shuttle/wayOf'

function marksOf({ passed, mine }: WayStop): string {
  return `${passed ? ' way__stop--passed' : ''}${mine ? ' way__stop--mine' : ''}`
}

function noteOf({ comingOn, note, clock }: WayStop): string {
  if (comingOn !== null) return `${sayDay(comingOn)}开始停靠`
  return clock === null ? '这一班不停' : note
}

/** One stop of the way: where the bus has been, mine, and when it comes. */
export function StopRow({ stop, onTap }: { stop: WayStop; onTap: () => void }) {
  const note = noteOf(stop)
  return (
    <View className={`way__stop${marksOf(stop)}`} {...tappable()} onClick={onTap}>
      <View className="way__rail">
        <View className="way__dot" />
        {stop.leaving ? (
          <View className="way__bus">
            <Icon name="bus" size={16} />
          </View>
        ) : null}
      </View>
      <View className="way__words">
        <View className="row gap-8 way__name">
          <View className="t16">{stop.name}</View>
          {stop.mine ? <Badge tone="accent">我的站</Badge> : null}
          {stop.comingOn === null ? null : <Badge>即将增停</Badge>}
        </View>
        {note ? <View className="t12 secondary">{note}</View> : null}
      </View>
      <View className="way__clock t16">{stop.clock ?? (stop.comingOn === null ? '—' : '')}</View>
    </View>
  )
}
