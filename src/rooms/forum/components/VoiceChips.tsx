import type { Voice } from '@domain/forum/voices'
import { Chip, ChipRow } from '@/ui/chip/Chip'

interface VoiceChipsProps {
  /** The official accounts that somebody may speak as. */
  voices: readonly Voice[]
  /** The account that speaks now; undefined: they themselves. */
  accountId: string | undefined
  onChoose: (accountId: string | undefined) => void
}

/** Who speaks: I, or an account that I speak for. Most speak for themselves alone and are not asked. */
export function VoiceChips({ voices, accountId: chosen, onChoose }: VoiceChipsProps) {
  if (voices.length === 0) return null
  return (
    <ChipRow>
      <Chip on={chosen === undefined} onTap={() => onChoose(undefined)}>
        以我的名义
      </Chip>
      {voices.map(({ accountId, name }) => (
        <Chip key={accountId} on={accountId === chosen} onTap={() => onChoose(accountId)}>
          以{name}
        </Chip>
      ))}
    </ChipRow>
  )
}
