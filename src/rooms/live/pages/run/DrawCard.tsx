import { grouped } from '@domain/kernel/grouped'
import { limits } from '@domain/kernel/limits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { type ApiError, api, type Output, useCommand } from '@/api'
import { openPage } from '@/rooms/open'
import { Badge } from '@/ui/badge/Badge'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { Field } from '@/ui/field/Field'
import { ListRow } from '@/ui/listRow/ListRow'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { Sheet } from '@/ui/sheet/Sheet'
import { toast } from '@/ui/toast/store'
import { outdated } from '../../outdated'
import { sayPrizes } from '../../words'

type Draw = NonNullable<Output<typeof api.live.openRun>['draw']>
type Winner = Draw['winners'][number]

interface DrawCardProps {
  broadcastId: string
  draw: Draw
  /** It has begun: before that there is nobody to draw from. */
  canStep: boolean
  /** Nobody can take part any more. */
  isOver: boolean
}

function WinnerRow({ broadcastId, winner, draw }: { broadcastId: string; winner: Winner; draw: Draw }) {
  const { code, name, handedOver, paid, left } = winner
  const prize = draw.prizes[winner.prize]
  const note = useCommand(api.live.noteHandOver, { outdates: outdated })
  const isGift = prize?.kind === 'gift'
  return (
    <ListRow
      lead="medal"
      title={name}
      meta={[isGift ? prize.name : `${grouped(draw.coins)} 沃币`, code]}
      end={
        left && !handedOver ? (
          <Badge tone="neutral">已离职，没有发</Badge>
        ) : isGift ? (
          <Button
            kind={handedOver ? 'text' : 'secondary'}
            size="small"
            label={handedOver ? `${name}，已领取，点按改回` : `${name}，领走了`}
            onTap={() => note.run({ broadcastId, code, done: !handedOver })}
          >
            {handedOver ? '已领取' : '领走了'}
          </Button>
        ) : (
          <Badge tone={paid ? 'ok' : 'neutral'}>{paid ? '已到账' : '一分钟内到账'}</Badge>
        )
      }
    />
  )
}

const steps = {
  open: { button: '封名单', words: '封了以后谁也加不进来，名单的摘要马上公布。' },
  closed: { button: '开奖', words: '公布种子，结果当场算出，只开一次。' },
} as const

function saySealed({ state, entries }: Draw): string {
  if (state === 'nobody') return '这次没有人达到条件，种子已公布'
  return `名单 ${entries} 位，${state === 'givenUp' ? '没有开奖' : '已经封存'}`
}

/** Where nothing is to be drawn after all: said with a reason, and final. */
function GiveUp({ broadcastId }: { broadcastId: string }) {
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const giveUp = useCommand(api.live.giveUpDraw, {
    outdates: outdated,
    onDone: () => {
      setAsking(false)
      toast.show('这次不开奖了，大家在页面上看得到')
    },
  })
  const isSaid = reason.trim().length >= limits.reasonMin
  return (
    <View className="mt-8">
      <Button kind="text" block onTap={() => setAsking(true)}>
        不开奖了
      </Button>
      <Sheet
        open={asking}
        title="不开奖了"
        onClose={() => setAsking(false)}
        action={
          <Button
            kind="dangerFilled"
            disabled={!isSaid}
            onTap={() => giveUp.run({ broadcastId, reason: reason.trim() })}
          >
            不开奖
          </Button>
        }
        missing={isSaid ? undefined : '写一句为什么，这一步不能撤回'}
        note="这一步不能撤回，理由记在审计里"
      >
        <Field
          label="为什么"
          multiline
          value={reason}
          maxLength={limits.reasonMax}
          placeholder="奖品取消，改为全员发放"
          onChange={setReason}
        />
      </Sheet>
    </View>
  )
}

/** The draw as its host takes it, step by step. */
export function DrawCard({ broadcastId, draw, canStep, isOver }: DrawCardProps) {
  const [asking, setAsking] = useState(false)
  const done = () => setAsking(false)
  // A step that can't be taken now leaves nothing to confirm.
  const onError = ({ kind }: ApiError) => {
    if (kind === 'conflict') done()
    return false
  }
  const close = useCommand(api.live.closeDraw, {
    outdates: outdated,
    onError,
    onDone: ({ entries }) => {
      done()
      toast.show(entries > 0 ? `名单封了，${entries} 位同事在内` : '名单封了，这次没有人达到条件')
    },
  })
  const reveal = useCommand(api.live.draw, {
    outdates: outdated,
    onError,
    onDone: ({ winners }) => {
      done()
      toast.show(`开奖了，${winners.length} 位`)
    },
  })
  const { state } = draw
  const step = state === 'open' || state === 'closed' ? steps[state] : null
  const run = () => (draw.state === 'open' ? close : reveal).run({ broadcastId })
  return (
    <Card padding="none">
      <SectionHeader title="抽奖" more="验一验" onMore={() => openPage('live/draw', { broadcastId })} />
      <View className="pad t14 secondary">{sayPrizes(draw)}</View>
      {draw.state === 'open' ? null : <View className="pad t12 secondary mt-4">{saySealed(draw)}</View>}
      {draw.winners.map(winner => (
        <WinnerRow key={winner.code} broadcastId={broadcastId} winner={winner} draw={draw} />
      ))}
      {step || draw.winners.length > 0 ? null : <View style={{ height: '16px' }} />}
      {step ? (
        <View style={{ padding: '12px 16px 16px' }}>
          <Button kind="secondary" block disabled={!canStep} onTap={() => setAsking(true)}>
            {step.button}
          </Button>
          {canStep ? null : <View className="t12 secondary mt-8">开播以后才有人可抽。</View>}
          {state === 'closed' ? <GiveUp broadcastId={broadcastId} /> : null}
        </View>
      ) : null}
      <Sheet
        open={asking && step !== null}
        title={step?.button ?? ''}
        onClose={done}
        action={<Button onTap={run}>{step?.button ?? ''}</Button>}
        note="这一步不能撤回"
      >
        <View className="t14">{step?.words}</View>
        {state === 'open' && isOver ? (
          <View className="t14 secondary mt-8">要是没有人达到条件，种子一起公布，抽奖到此为止。</View>
        ) : null}
      </Sheet>
    </Card>
  )
}
