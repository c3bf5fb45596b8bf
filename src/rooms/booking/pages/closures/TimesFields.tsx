import { dayOf } from '@domain/kernel/time'
import { Checkbox } from '@/ui/checkbox/Checkbox'
import { FieldPair } from '@/ui/field/FieldPair'
import { PickerField } from '@/ui/pickerField/PickerField'
import { type ClosureDraft, closingFrom } from './closureDraft'

export interface FieldsProps {
  draft: ClosureDraft
  change: (part: Partial<ClosureDraft>) => void
  now: number
}

/** From when to when it is closed: whole days, or hours. */
export function TimesFields({ draft, change, now }: FieldsProps) {
  const today = dayOf(now)
  return (
    <>
      <FieldPair>
        <PickerField
          label="从哪天"
          mode="date"
          min={today}
          value={draft.fromOn}
          onChange={fromOn => change(closingFrom(draft, fromOn))}
        />
        <PickerField
          label="到哪天"
          mode="date"
          min={draft.fromOn || today}
          value={draft.untilOn}
          onChange={untilOn => change({ untilOn })}
        />
      </FieldPair>
      <Checkbox checked={draft.wholeDays} onChange={wholeDays => change({ wholeDays })}>
        全天
      </Checkbox>
      {draft.wholeDays ? null : (
        <FieldPair>
          <PickerField
            label="几点起"
            mode="time"
            value={draft.fromTime}
            onChange={fromTime => change({ fromTime })}
          />
          <PickerField
            label="到几点"
            mode="time"
            value={draft.untilTime}
            onChange={untilTime => change({ untilTime })}
          />
        </FieldPair>
      )}
    </>
  )
}
