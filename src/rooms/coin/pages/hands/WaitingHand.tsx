import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, useCommand } from '@/api'
import { Badge } from '@/ui/badge/Badge'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { sayWhen } from '@/ui/clock/moment'
import { Timeline } from '@/ui/timeline/Timeline'
import { toast } from '@/ui/toast/store'
import { DecisionSheets, type Verdict } from '../../DecisionSheets'
import {
  type Hand,
  handQueries,
  handSecond,
  handState,
  sayDone,
  sayHand,
  sayOwed,
  sayReceiver,
} from '../../handWords'

/** What was asked for, and whose word it waits for. */
export function WaitingHand({ hand, now }: { hand: Hand; now: number }) {
  const [asked, setAsked] = useState<Verdict | null>(null)
  const { handId, person, way, why, byName, askedAt, mayDecide, mine, receiver } = hand
  const owed = sayOwed(receiver, hand)
  const decide = useCommand(api.coin.decideHand, {
    outdates: handQueries,
    onDone: ({ state }) => toast.show(state === 'done' ? sayDone(way) : '没有通过，已记下'),
  })
  const withdraw = useCommand(api.coin.withdrawHand, { outdates: handQueries })
  const steps = [
    { key: 'asked', title: `${byName} 发起`, when: sayWhen(askedAt, now), state: 'done' },
    { key: 'second', title: '等另一位同事复核', meta: '发起人和本人不能复核', state: 'now' },
    {
      key: 'booked',
      title: way === 'give' ? `${person.name}收到` : `从${person.name}那里收回`,
      state: 'later',
    },
  ] as const
  return (
    <Card>
      <View className="row row--between gap-8">
        <View className="t16 medium">
          {person.name} · {sayHand(hand)}
        </View>
        <Badge tone="accent">{handState(hand).text}</Badge>
      </View>
      <View className="t14 mt-4">{why}</View>
      <View className="t12 secondary mt-4">
        {person.site} · {person.department} · {person.employeeId}
      </View>
      {receiver ? <View className="t12 secondary mt-4">{sayReceiver(receiver)}</View> : null}
      {owed ? <View className="t14 medium hands__owed">{owed}</View> : null}
      <View className="mt-8">
        <Timeline steps={steps} />
      </View>
      <View className="row gap-8 mt-8">
        {mine ? (
          <Button kind="secondary" size="small" onTap={() => withdraw.run({ handId })}>
            撤回
          </Button>
        ) : null}
        {mayDecide ? (
          <>
            <Button kind="secondary" size="small" onTap={() => setAsked('refuse')}>
              不通过
            </Button>
            <Button kind="soft" size="small" onTap={() => setAsked('approve')}>
              通过
            </Button>
          </>
        ) : null}
      </View>
      <DecisionSheets
        asked={asked}
        what={`${sayHand(hand)}，${person.name}`}
        words={handSecond}
        note={[owed, way === 'give' ? '通过后马上到账' : '通过后马上收回', '本人收到通知']
          .filter(Boolean)
          .join('，')}
        onClose={() => setAsked(null)}
        onDecide={(decision, reason) => decide.run({ handId, decision, reason })}
      />
    </Card>
  )
}
