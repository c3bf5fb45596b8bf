import { limits } from '@domain/kernel/limits'
import { useState } from 'react'
import { api, useCommand } from '@/api'
import { Button } from '@/ui/button/Button'
import { Field } from '@/ui/field/Field'
import { Options } from '@/ui/options/Options'
import { Sheet } from '@/ui/sheet/Sheet'
import { toast } from '@/ui/toast/store'
import { facilityQueries } from '../../outdated'
import { type ClosureDraft, closureProblem, closureTimes, emptyClosure } from '../closures/closureDraft'
import { TimesFields } from '../closures/TimesFields'

const ALL = 'all'
const whole = { key: ALL, text: '全部' }
const optionOf = ({ unitId: key, name: text }: { unitId: string; name: string }) => ({ key, text })

interface CloseSheetProps {
  open: boolean
  facilityId: string
  /** Courts or rooms that can be closed one by one. */
  units: readonly { unitId: string; name: string }[]
  now: number
  onClose: () => void
}

/** Closes all of it, or one court, for some days or hours: nobody books, and those who have are told and get their deposit back. */
export function CloseSheet({ open, facilityId, units, now, onClose }: CloseSheetProps) {
  const [draft, setDraft] = useState<ClosureDraft>(emptyClosure)
  const [unitId, setUnitId] = useState(ALL)
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
  const closing = (of: NonNullable<typeof times>) => ({
    ...{ facilityId, ...of, reason: draft.reason.trim() },
    subjectIds: unitId === ALL ? [] : [unitId],
  })
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
          onTap={() => (times ? close.run(closing(times)) : undefined)}
        >
          停用并通知
        </Button>
      }
    >
      {units.length > 1 ? (
        <Options
          label="停哪里"
          options={[whole, ...units.map(optionOf)]}
          value={unitId}
          onChange={setUnitId}
        />
      ) : null}
      <TimesFields draft={draft} change={change} now={now} />
      <Field
        label="为什么，约了的同事会看到"
        maxLength={limits.reasonMax}
        value={draft.reason}
        onChange={reason => change({ reason })}
      />
    </Sheet>
  )
}
