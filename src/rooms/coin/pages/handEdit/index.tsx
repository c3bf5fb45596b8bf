import { HAND_MAX, needsSecond } from '@domain/coin/hand'
import { limits } from '@domain/kernel/limits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, useCommand, useQueryOf, useSession } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { backOr } from '@/rooms/open'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { Field } from '@/ui/field/Field'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { Segments } from '@/ui/segments/Segments'
import { toast } from '@/ui/toast/store'
import { type Colleague, ColleaguePicker } from '../../../identity/public'
import { handQueries, sayDone, sayOwed, sayReceiver, saySecond } from '../../handWords'

const ways = [
  { key: 'give', text: '发放' },
  { key: 'take', text: '收回' },
] as const

const wholeOf = (typed: string) => (/^\d{1,5}$/.test(typed) ? Number(typed) : typed === '' ? 0 : Number.NaN)

/** How whoever is to receive or give back stands now. */
function useReceiver(person: Colleague | undefined) {
  const asked = { employeeId: person?.employeeId ?? '' }
  const enabled = person !== undefined
  return useQueryOf(api.coin.openReceiver, asked, { enabled, staleMs: 0, kept: false }).data
}

/** How the chosen one stands, or why nothing can be moved. */
function Standing(receiver: Output<typeof api.coin.openReceiver>) {
  return receiver.isRegistered ? (
    <View className="t14 secondary">{sayReceiver(receiver)}</View>
  ) : (
    <View className="t14 bad">还没登记，登记以后才能发放和收回</View>
  )
}

/** Coins and experience for one colleague, with the reason that they read. */
export default function HandEditPage() {
  const { me } = useSession()
  const [person, setPerson] = useState<Colleague>()
  const [way, setWay] = useState<'give' | 'take'>('give')
  const [coins, setCoins] = useState('')
  const [points, setPoints] = useState('')
  const [why, setWhy] = useState('')
  const move = useCommand(api.coin.moveByHand, {
    outdates: handQueries,
    onDone: ({ state }) => {
      toast.show(state === 'done' ? sayDone(way) : '已提交，等另一位同事复核')
      void backOr('coin/hands')
    },
  })
  const amount = wholeOf(coins)
  const experience = wholeOf(points)
  const receiver = useReceiver(person)
  const facts = receiver && { ...receiver, worth: { amount: amount || 0, experience: experience || 0 } }
  const owed = sayOwed(receiver, { way, amount })
  const isReady =
    person &&
    receiver?.isRegistered !== false &&
    amount + experience > 0 &&
    Math.max(amount, experience) <= HAND_MAX &&
    why.trim().length >= limits.reasonMin
  return (
    <Screen
      column
      nav={<Nav title="发放或收回" close />}
      side={<DeskMenu here="coin/hands" />}
      header={<Segments segments={ways} value={way} onChange={setWay} />}
      bar={
        <BottomBar consequence={person && facts ? saySecond(person.name, facts) : '金额大的要另一位同事复核'}>
          <Button
            disabled={!isReady}
            onTap={() =>
              person && move.run({ employeeId: person.employeeId, way, amount, experience, why: why.trim() })
            }
          >
            {facts && needsSecond(facts) ? '送复核' : way === 'give' ? '发放' : '收回'}
          </Button>
        </BottomBar>
      }
    >
      <View className="pad column gap-12">
        <Card padding="none">
          <ColleaguePicker
            label={way === 'give' ? '发给谁' : '从谁那里收回'}
            value={person}
            without={me ? [me.employeeId] : []}
            onChange={setPerson}
          />
        </Card>
        <Card>
          {receiver ? <Standing {...receiver} /> : null}
          <WholeField label="沃币" value={coins} warning={owed} onChange={setCoins} />
          <WholeField label="经验值" value={points} onChange={setPoints} />
          <Field
            label="理由，本人会看到"
            multiline
            value={why}
            maxLength={limits.reasonMax}
            placeholder="上周六外拍带了十二位新人"
            onChange={setWhy}
          />
        </Card>
      </View>
    </Screen>
  )
}

interface WholeFieldProps {
  label: string
  value: string
  /** What the number leads to, and should be seen before it is sent. */
  warning?: string | null
  onChange: (value: string) => void
}

function WholeField({ warning = null, ...field }: WholeFieldProps) {
  const said = wholeOf(field.value) <= HAND_MAX ? warning : `写整数，最多 ${HAND_MAX}`
  return <Field {...field} type="number" maxLength={5} {...(said ? { error: said } : {})} />
}
