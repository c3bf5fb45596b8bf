import { isLate } from '@domain/access/lateness'
import { View } from '@tarojs/components'
import { useAskToNotify } from '@/api'
import { Face } from '@/rooms/Face'
import { tappable } from '@/ui/a11y/tappable'
import { Badge } from '@/ui/badge/Badge'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import type { AskedDecision } from './DecisionSheet'
import { decideWithUndo } from './decisions'
import { sayWaitedAfter } from './waited'
import { isDecidable, kindName, openWaiting, subjectOf, type Waiting } from './waiting'
import './waitingCard.scss'

/** What is done on a page of its own. */
const wayOn: Partial<Record<Waiting['kind'], string>> = {
  parcel: '去寄出',
  pickup: '去交付',
  afterSale: '去答复',
  report: '看这件',
  appeal: '看申诉',
  suggestion: '看推荐',
  hand: '去复核',
  handBatch: '去复核',
  rules: '去复核',
  claim: '去确认',
}

export interface WaitingCardProps {
  waiting: Waiting
  now: number
  /** The decision needs a reason first. */
  onAsk: (asked: AskedDecision) => void
  /** Runs a decision, unless the list has only just moved under the finger. */
  onDecide: (decide: () => void) => void
}

/** Two taps: one to decide, the other only if a reason is needed. */
function Decision({ waiting, onAsk, onDecide }: Omit<WaitingCardProps, 'now'>) {
  const askToNotify = useAskToNotify()
  if (!isDecidable(waiting)) {
    const words = wayOn[waiting.kind] ?? '去看看'
    return (
      <View className="waiting-card__actions">
        <Button
          kind="soft"
          size="small"
          label={`${words}：${waiting.title}`}
          onTap={() => openWaiting(waiting)}
        >
          {words}
        </Button>
      </View>
    )
  }
  const subject = subjectOf(waiting)
  const { kind, id, person } = waiting
  const ask = (decision: 'approve' | 'refuse') =>
    onAsk({ kind, ids: [id], decision, subject, who: person.name })
  const approve = () => {
    if (kind === 'rebind') return ask('approve')
    askToNotify(['applicationWaiting'])
    decideWithUndo({ kind, ids: [id], decision: 'approve', subject })
  }
  return (
    <View className="waiting-card__actions">
      <Button kind="secondary" size="small" label={`拒绝 ${subject}`} onTap={() => ask('refuse')}>
        拒绝
      </Button>
      <Button kind="soft" size="small" label={`同意 ${subject}`} onTap={() => onDecide(approve)}>
        同意
      </Button>
    </View>
  )
}

/** One thing that waits: what kind, for how long, who, and the two answers. */
export function WaitingCard({ waiting, now, onAsk, onDecide }: WaitingCardProps) {
  const { kind, place, person, title, summary, since } = waiting
  const waitedMs = now - since
  return (
    <Card>
      <View className="waiting-card__body" {...tappable()} onClick={() => openWaiting(waiting)}>
        <View className="row row--between row--wrap gap-8">
          <Badge>{kindName(kind) === place ? place : `${kindName(kind)} · ${place}`}</Badge>
          <View className={`t12 nowrap ${isLate(waiting, now) ? 'bad medium' : 'secondary'}`}>
            {sayWaitedAfter('等了', waitedMs)}
          </View>
        </View>
        <View className="row gap-12 mt-8">
          <Face of={person} size={40} />
          <View className="grow">
            <View className="t16 medium">{title}</View>
            <View className="t12 secondary clamp-2">{summary}</View>
          </View>
        </View>
      </View>
      <Decision waiting={waiting} onAsk={onAsk} onDecide={onDecide} />
    </Card>
  )
}
