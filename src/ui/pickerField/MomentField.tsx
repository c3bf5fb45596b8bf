import { FieldPair } from '../field/FieldPair'
import { PickerField } from './PickerField'

interface MomentFieldProps {
  /** "哪天开始" and "几点开始" */
  labels: readonly [day: string, time: string]
  /** "2026-11-24" */
  day: string
  /** "17:30" */
  time: string
  /** The first day that can be chosen. */
  min: string
  onDay: (day: string) => void
  onTime: (time: string) => void
}

/** A moment: a day and a time of day beside each other. */
export function MomentField({ labels, day, time, min, onDay, onTime }: MomentFieldProps) {
  return (
    <FieldPair>
      <PickerField label={labels[0]} mode="date" min={min} value={day} onChange={onDay} />
      <PickerField label={labels[1]} mode="time" value={time} onChange={onTime} />
    </FieldPair>
  )
}
