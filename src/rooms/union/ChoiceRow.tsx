import { Chip, ChipRow } from '@/ui/chip/Chip'

interface ChoiceRowProps<K extends string> {
  choices: readonly { key: K; label: string }[]
  chosen: K
  onChoose: (key: K) => void
}

/** One of several, side by side, to narrow a list with. */
export function ChoiceRow<K extends string>({ choices, chosen, onChoose }: ChoiceRowProps<K>) {
  return (
    <ChipRow>
      {choices.map(({ key, label }) => (
        <Chip key={key} on={key === chosen} onTap={() => onChoose(key)}>
          {label}
        </Chip>
      ))}
    </ChipRow>
  )
}
