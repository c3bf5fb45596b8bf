import { Coin } from '@/ui/coin/Coin'
import { KeyValueRow } from '@/ui/keyValue/KeyValueRow'
import type { Place } from './placeWords'

interface EarningRowProps {
  /** "签到之后" */
  label: string
  place: Pick<Place, 'state'>
  /** What coming earns, and what it has earned, in whole coins; null: not known, or not yet. */
  earns: number
  earned: number | null
}

/** What coming brings, while it still may, and what it has brought. */
export function EarningRow({ label, place: { state }, earns, earned }: EarningRowProps) {
  const amount = state === 'attended' ? earned : earns
  const mayCome = state === 'confirmed' || state === 'offered' || state === 'waiting' || state === 'attended'
  if (!mayCome || amount === null || amount === 0) return null
  return (
    <KeyValueRow label={label} ruled>
      <Coin amount={amount} signed marked />
    </KeyValueRow>
  )
}
