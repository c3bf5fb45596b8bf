import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { spokenAs } from '@/ui/a11y/spoken'
import { readDevice } from '@/ui/device/device'
import type { EventField, EventProblem } from '../../eventDraft'

const GAP_PX = 16

interface AtProps {
  field: EventField
  /** For what has no line of its own to say what is wrong. */
  wrong?: EventProblem | undefined
}

/** A part of the form that the page can go to, with what is wrong with it below. */
export function At({ field, wrong, children }: PropsWithChildren<AtProps>) {
  return (
    <View className={`event-edit__at--${field}`}>
      {children}
      {wrong?.field === field ? (
        <View className="event-edit__wrong" aria-live="polite" {...spokenAs('alert')}>
          {wrong.words}
        </View>
      ) : null}
    </View>
  )
}

/** The same for a field with such a line: to be spread over it. */
export function errorAt(wrong: EventProblem | undefined, field: EventField): { error?: string } {
  return wrong?.field === field ? { error: wrong.words } : {}
}

/** Takes the page to what is wrong, under the page's head. */
export function goTo({ field }: EventProblem): void {
  const { statusBarPx, navPx } = readDevice()
  const offsetTop = -(statusBarPx + navPx + GAP_PX)
  void Taro.pageScrollTo({ selector: `.event-edit__at--${field}`, offsetTop, duration: 200 })
}
