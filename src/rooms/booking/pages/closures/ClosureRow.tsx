import type { ClosureView } from '@domain/booking/deskContract'
import { View } from '@tarojs/components'
import { api, useCommand } from '@/api'
import { Badge } from '@/ui/badge/Badge'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { sayWhen } from '@/ui/clock/moment'
import { toast } from '@/ui/toast/store'
import { sayClosed } from '../../centre/closedWords'
import { deskQueries } from '../../outdated'
import { sayDone } from './closureWords'

const stateWords = { planned: '已安排', cancelled: '已取消', over: '已结束' } as const

/** One closure: when, why, and whom it touched; a planned one can be taken back. */
export function ClosureRow({ closure, now }: { closure: ClosureView; now: number }) {
  const { closureId, reason, state, by, at } = closure
  const cancel = useCommand(api.booking.cancelClosure, {
    outdates: deskQueries,
    onDone: () => toast.show('重新开放了，换走的客人保留新时间'),
  })
  return (
    <Card>
      <View className="row row--between row--top gap-8">
        <View className="grow t16 medium">{sayClosed(closure)}</View>
        <Badge tone={state === 'planned' ? 'accent' : 'neutral'}>{stateWords[state]}</Badge>
      </View>
      <View className="t14 mt-4">{reason}</View>
      <View className="t12 secondary mt-8">{sayDone(closure)}</View>
      <View className="t12 secondary">
        {by} · {sayWhen(at, now)}
      </View>
      {state === 'planned' ? (
        <View className="closures__undo">
          <Button kind="secondary" size="small" onTap={() => cancel.run({ closureId })}>
            取消闭馆
          </Button>
        </View>
      ) : null}
    </Card>
  )
}
