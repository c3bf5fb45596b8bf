import { inChina, instantAt } from '@domain/kernel/time'
import { useState } from 'react'
import { Button } from '@/ui/button/Button'
import { Field } from '@/ui/field/Field'
import { PickerField } from '@/ui/pickerField/PickerField'
import { Sheet } from '@/ui/sheet/Sheet'

interface ScheduleSheetProps {
  open: boolean
  now: number
  /** Whom it goes to. */
  action: string
  onClose: () => void
  onSend: (startsAt: number, why: string) => Promise<unknown>
}

/** From when the draft counts, and why. */
export function ScheduleSheet({ open, now, action, onClose, onSend }: ScheduleSheetProps) {
  const [day, setDay] = useState(() => inChina(now).add(1, 'day').format('YYYY-MM-DD'))
  const [time, setTime] = useState('00:00')
  const [why, setWhy] = useState('')
  const startsAt = instantAt(day, time)
  return (
    <Sheet
      open={open}
      title="定个时间生效"
      onClose={onClose}
      note="要另一位复核通过才生效；开始前 5 分钟都能撤下，生效以后只能再提一版"
      action={
        <Button
          disabled={startsAt === null || why.trim().length < 2}
          onTap={() => (startsAt === null ? undefined : onSend(startsAt, why.trim()))}
        >
          {action}
        </Button>
      }
    >
      <PickerField
        label="哪一天"
        mode="date"
        value={day}
        min={inChina(now).format('YYYY-MM-DD')}
        onChange={setDay}
      />
      <PickerField label="几点" mode="time" value={time} onChange={setTime} />
      <Field label="为什么改" multiline value={why} maxLength={200} onChange={setWhy} />
    </Sheet>
  )
}
