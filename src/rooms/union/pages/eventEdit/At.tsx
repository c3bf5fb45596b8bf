import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { goToField } from '@/rooms/goToField'
import { spokenAs } from '@/ui/a11y/spoken'
import type { EventField, EventProblem } from '../../eventDraft'

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

/** Takes the page to what is wrong. */
export function goTo({ field }: EventProblem): void {
  goToField(`.event-edit__at--${field}`)
}
