import type { ReactNode } from 'react'
import { Chip, ChipRow } from '@/ui/chip/Chip'

interface ChoiceRowProps<K extends string> {
  choices: readonly { key: K; label: string }[]
  chosen: K
  onChoose: (key: K) => void
  /** Another choice in the same row. */
  before?: ReactNode
}

/** One of several, side by side, to narrow a list with. */
export function ChoiceRow<K extends string>({ choices, chosen, onChoose, before }: ChoiceRowProps<K>) {
  return (
    <ChipRow>
      {before}
      {choices.map(({ key, label }) => (
        <Chip key={key} on={key === chosen} onTap={() => onChoose(key)}>
          {label}
        </Chip>
      ))}
    </ChipRow>
  )
}
