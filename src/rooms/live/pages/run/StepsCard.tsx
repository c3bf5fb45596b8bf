import { MINUTE_MS } from '@domain/kernel/time'
import {
  type BroadcastAction,
  broadcastTable,
  EARLY_START_HOURS,
  isNearEnough,
  isOver,
} from '@domain/live/broadcast'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, fileUrl, type Output, useCommand } from '@/api'
import { openPage } from '@/rooms/open'
import { Badge } from '@/ui/badge/Badge'
import { Button, type ButtonProps } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { sayClock } from '@/ui/clock/moment'
import { Picture } from '@/ui/picture/Picture'
import { Sheet } from '@/ui/sheet/Sheet'
import { toast } from '@/ui/toast/store'
import { outdated } from '../../outdated'
import { saySpan } from '../../words'
import { ReplaySheet } from './ReplaySheet'

type Opened = Output<typeof api.live.openRun>

const EXTENSION_MS = 15 * MINUTE_MS

interface Face {
  button: string
  words: string
  kind: ButtonProps['kind']
}

const faces: Record<BroadcastAction, Face> = {
  publish: { button: '发布', words: '到点会出现在掌动态，同事可以预约。', kind: 'primary' },
  withdraw: { button: '收回', words: '回到草稿，改好再发布。', kind: 'secondary' },
  start: { button: '现在开播', words: '不等到点，马上显示正在直播。', kind: 'primary' },
  extend: { button: '延长 15 分钟', words: '结束时间往后推，大家的页面会跟着变。', kind: 'secondary' },
  end: { button: '现在结束', words: '结束后不能再开，留言和抽奖还在。', kind: 'danger' },
  cancel: { button: '取消这场', words: '取消后同事看不到它，不能恢复。', kind: 'danger' },
}

function Actions({ broadcast, isTooEarly }: Pick<Opened, 'broadcast'> & { isTooEarly: boolean }) {
  const { broadcastId, version, status, endsAt } = broadcast
  const [asked, setAsked] = useState<BroadcastAction>()
  const move = useCommand(api.live.moveBroadcast, {
    outdates: outdated,
    onDone: after => {
      setAsked(undefined)
      toast.show(broadcastTable[after.status].zh)
    },
  })
  const run = (action: BroadcastAction) =>
    move.run({
      broadcastId,
      version,
      action,
      ...(action === 'extend' ? { until: endsAt + EXTENSION_MS } : {}),
    })
  const face = asked && faces[asked]
  return (
    <>
      {broadcastTable[status].actions.map(action => (
        <Button
          key={action}
          kind={faces[action].kind}
          size="small"
          disabled={action === 'start' && isTooEarly}
          onTap={() => setAsked(action)}
        >
          {faces[action].button}
        </Button>
      ))}
      <Sheet
        open={asked !== undefined}
        title={face?.button ?? ''}
        onClose={() => setAsked(undefined)}
        action={
          <Button
            kind={face?.kind === 'danger' ? 'dangerFilled' : 'primary'}
            onTap={() => asked && run(asked)}
          >
            {face?.button ?? ''}
          </Button>
        }
      >
        <View className="t14">{face?.words}</View>
        {asked === 'extend' ? (
          <View className="t14 mt-8">新的结束时间：{sayClock(endsAt + EXTENSION_MS)}</View>
        ) : null}
      </Sheet>
    </>
  )
}

/** How it stands, and what can be done now: by the same table as the server's. */
export function StepsCard({ opened }: { opened: Opened }) {
  const { broadcast, figures, now } = opened
  const { broadcastId, title, status, coverFileId, replay } = broadcast
  const [isGiving, setGiving] = useState(false)
  const isTooEarly = status === 'before' && !isNearEnough(broadcast, now)
  return (
    <Card>
      <View className="row gap-12">
        <Picture src={fileUrl(coverFileId)} alt="" width={72} height={52} />
        <View className="grow">
          <View className="t16 medium">{title}</View>
          <View className="row gap-8 mt-4">
            <Badge tone={status === 'live' ? 'accent' : 'neutral'}>{broadcastTable[status].zh}</Badge>
            <View className="t12 secondary">{saySpan(broadcast, now)}</View>
          </View>
          {status === 'live' ? (
            <View className="t12 secondary mt-4">
              约 {figures.watching} 位在看 · {figures.messages} 条留言
            </View>
          ) : null}
          {isTooEarly ? (
            <View className="t12 secondary mt-4">开始前 {EARLY_START_HOURS} 小时起，可以提前开播</View>
          ) : null}
        </View>
      </View>
      <View className="live-run__actions">
        <Actions broadcast={broadcast} isTooEarly={isTooEarly} />
        {broadcastTable[status].editable ? (
          <Button kind="secondary" size="small" onTap={() => openPage('live/edit', { broadcastId })}>
            改内容和时间
          </Button>
        ) : null}
        {isOver(status) ? (
          <Button kind="secondary" size="small" onTap={() => setGiving(true)}>
            {replay ? '换回放' : '放回放'}
          </Button>
        ) : null}
        {status === 'cancelled' ? null : (
          <Button kind="text" size="small" onTap={() => openPage('live/broadcast', { broadcastId })}>
            看同事看到的
          </Button>
        )}
      </View>
      <ReplaySheet opened={opened} open={isGiving} onClose={() => setGiving(false)} />
    </Card>
  )
}
