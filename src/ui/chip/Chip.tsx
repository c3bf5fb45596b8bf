import { ScrollView, View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { ariaState } from '../a11y/ariaState'
import { tappable } from '../a11y/tappable'
import './chip.scss'
import { ChosenInRow, useChosen, useInSight } from './useInSight'

export interface ChipProps {
  /** The chosen one: ink. One in a row. */
  on?: boolean
  /** On an accent bed: something applied that a tap takes away. */
  soft?: boolean
  onTap?: () => void
  label?: string
}

/** 32 high, 40 in large text; the target around it is 44. */
export function Chip({ on = false, soft = false, onTap, label, children }: PropsWithChildren<ChipProps>) {
  const face = `${on ? ' chip--on' : ''}${soft ? ' chip--soft' : ''}`
  const id = useChosen({ on, soft })
  return (
    <View
      id={id}
      className={`chip${face}`}
      {...ariaState({ pressed: on })}
      {...(onTap ? { ...tappable(label), onClick: onTap } : {})}
    >
      {children}
    </View>
  )
}

/**
 * Chips side by side; what does not fit scrolls, and the chosen one comes into sight. Spans the page, with the page's
 * margin inside.
 */
export function ChipRow({ children }: PropsWithChildren) {
  const { id, left, tell } = useInSight()
  return (
    <ScrollView
      id={id}
      className="chip-row"
      scrollX
      scrollLeft={left}
      scrollWithAnimation
      enhanced
      showScrollbar={false}
    >
      <View className="chip-row__line">
        <ChosenInRow.Provider value={tell}>{children}</ChosenInRow.Provider>
      </View>
    </ScrollView>
  )
}
