import { limits } from '@domain/kernel/limits'
import { dayOf } from '@domain/kernel/time'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, useCommand } from '@/api'
import { Button } from '@/ui/button/Button'
import { Checkbox } from '@/ui/checkbox/Checkbox'
import { Field } from '@/ui/field/Field'
import { PickerField } from '@/ui/pickerField/PickerField'
import { Sheet } from '@/ui/sheet/Sheet'
import { toast } from '@/ui/toast/store'
import { facilityQueries } from '../../outdated'
import {
  type ClosureDraft,
  closingFrom,
  closureProblem,
  closureTimes,
  emptyClosure,
} from '../closures/closureDraft'

interface CloseSheetProps {
  open: boolean
  facilityId: string
  now: number
  onClose: () => void
}

/** Closes all of it for some days or hours: nobody books, and those who have are told and get their deposit back. */
export function CloseSheet({ open, facilityId, now, onClose }: CloseSheetProps) {
  const [draft, setDraft] = useState<ClosureDraft>(emptyClosure)
  const change = (part: Partial<ClosureDraft>) => setDraft({ ...draft, ...part })
  const close = useCommand(api.booking.closeFacility, {
    outdates: facilityQueries,
    onDone: () => {
      setDraft(emptyClosure)
      onClose()
      toast.show('关好了，约了的同事会收到通知，押金退回')
    },
  })
  const problem = closureProblem(draft, now)
  const times = closureTimes(draft)
  return (
    <Sheet
      open={open}
      title="停用一段时间"
      onClose={onClose}
      note={problem ?? '取消停用可以重新开放，已经取消的预约不会回来'}
      action={
        <Button
          kind="dangerFilled"
          disabled={problem !== undefined || times === undefined}
          onTap={() => (times ? close.run({ facilityId, ...times, reason: draft.reason.trim() }) : undefined)}
        >
          停用并通知
        </Button>
      }
    >
      <View className="facility__fields">
        <PickerField
          label="从哪天"
          mode="date"
          min={dayOf(now)}
          value={draft.fromOn}
          onChange={fromOn => change(closingFrom(draft, fromOn))}
        />
        <PickerField
          label="到哪天"
          mode="date"
          min={draft.fromOn || dayOf(now)}
          value={draft.untilOn}
          onChange={untilOn => change({ untilOn })}
        />
      </View>
      <Checkbox checked={draft.wholeDays} onChange={wholeDays => change({ wholeDays })}>
        全天
      </Checkbox>
      {draft.wholeDays ? null : (
        <View className="facility__fields">
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
        </View>
      )}
      <Field
        label="为什么，约了的同事会看到"
        maxLength={limits.reasonMax}
        value={draft.reason}
        onChange={reason => change({ reason })}
      />
    </Sheet>
  )
}
