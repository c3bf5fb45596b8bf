import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import type { api, Output } from '@/api'
import { ariaState } from '@/ui/a11y/ariaState'
import { spokenAs } from '@/ui/a11y/spoken'
import { tappable } from '@/ui/a11y/tappable'
import { Icon } from '@/ui/icon/Icon'
import './delivery.scss'

type Desk = Output<typeof api.mall.openProduct>['desks'][number]

/** Where a desk is, and when somebody is there. */
export function DeskWords({ desk: { name, site, hours } }: { desk: Desk }) {
  return (
    <>
      <Icon name="pin" />
      <View className="grow">
        <View className="t14 medium">{name}</View>
        <View className="t12 secondary">
          {site} · {hours}
        </View>
      </View>
    </>
  )
}

interface DeskRowProps {
  desk: Desk
  on: boolean
  end: ReactNode
  onTap: () => void
}

function DeskRow({ desk, on, end, onTap }: DeskRowProps) {
  return (
    <View
      className={`redeem__desk${on ? ' redeem__desk--on' : ''}`}
      {...tappable(undefined, 'radio')}
      {...ariaState({ checked: on })}
      onClick={onTap}
    >
      <DeskWords desk={desk} />
      {end}
    </View>
  )
}

export interface DeskChoiceProps {
  desks: readonly Desk[]
  deskId: string
  onChoose: (deskId: string) => void
}

/** The chosen desk alone, so that the sum below stays in sight; the others are a tap away. */
export function DeskChoice({ deskId: chosenId, desks, onChoose }: DeskChoiceProps) {
  const chosen = desks.find(({ deskId }) => deskId === chosenId)
  const [asked, setAsked] = useState(false)
  const isChoosing = asked || chosen === undefined
  const choose = (deskId: string) => {
    onChoose(deskId)
    setAsked(false)
  }
  const shown = isChoosing ? desks : [chosen]
  return (
    <View {...spokenAs('radiogroup')} aria-label="在哪个前台拿">
      {shown.map(desk => {
        const on = desk.deskId === chosenId
        const another = desks.length > 1 ? <View className="t14 accent nowrap">换一个</View> : undefined
        const check = on ? <Icon name="check" size={20} className="accent" /> : undefined
        return (
          <DeskRow
            key={desk.deskId}
            desk={desk}
            on={on}
            end={isChoosing ? check : another}
            onTap={() => (isChoosing ? choose(desk.deskId) : setAsked(desks.length > 1))}
          />
        )
      })}
    </View>
  )
}
