import type { AbsenceShown } from '@domain/booking/facilityViews'
import { grouped } from '@domain/kernel/grouped'
import { View } from '@tarojs/components'
import { Badge } from '@/ui/badge/Badge'

const countWords = { pause: '已停约', counting: '算一次', no: '已过期' } as const

/** One absence: what, when, what it counts for, what was said and answered. */
export function AbsenceLines({ absence, when }: { absence: AbsenceShown; when: string }) {
  const { title, state, counts, kept, appeal } = absence
  return (
    <>
      <View className="row row--between gap-8">
        <View className="t14 grow">{title}</View>
        <Badge tone={state === 'excused' ? 'ok' : counts === 'no' ? 'neutral' : 'bad'}>
          {state === 'excused' ? '不算' : countWords[counts]}
        </Badge>
      </View>
      <View className="t12 secondary">
        {when}
        {kept > 0 ? ` · 押金 ${grouped(kept)} 沃币没有退` : ''}
      </View>
      {appeal ? <View className="t12 mt-4">说明：{appeal.words}</View> : null}
      {appeal?.answer ? (
        <View className="t12 secondary">
          {appeal.answer.by}：{appeal.answer.reason}
        </View>
      ) : appeal ? (
        <View className="t12 secondary">等管理员看</View>
      ) : null}
    </>
  )
}
