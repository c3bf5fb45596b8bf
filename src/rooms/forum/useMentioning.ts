import { useState } from 'react'
import { type Calling, calling, typedAt } from './calling'
import type { Colleague } from './recentMentions'

/** Asks whom a text calls: at a tap, and by itself where an `@` is typed, whose place the name then takes. */
export function useMentioning(text: Calling, onChange: (part: Calling) => void) {
  const [place, setPlace] = useState<number | 'end'>()
  const close = () => setPlace(undefined)
  return {
    ask: () => setPlace('end'),
    /** @param words the text as it is about to be */
    listen: (words: string) => {
      const at = typedAt(text.body, words)
      if (at >= 0) setPlace(at)
    },
    sheet: {
      open: place !== undefined,
      onClose: close,
      onChoose: ({ employeeId, name }: Colleague) => {
        onChange(calling(text, { employeeId, name }, place === 'end' ? undefined : place))
        close()
      },
    },
  }
}
