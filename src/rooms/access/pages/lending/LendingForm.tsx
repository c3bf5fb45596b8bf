import { dayOf, type Instant } from '@domain/kernel/time'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, useCommand, useSession } from '@/api'
import { type Colleague, ColleaguePicker } from '@/rooms/identity/public'
import { Button } from '@/ui/button/Button'
import { Calendar } from '@/ui/calendar/Calendar'
import { dayAfter } from '@/ui/calendar/monthGrid'
import { Card } from '@/ui/card/Card'
import { Chip } from '@/ui/chip/Chip'
import { toast } from '@/ui/toast/store'
import { type Absence, absenceAfter, toLending } from '../../absence'

const shortcuts = [
  { label: '三天', days: 3 },
  { label: '一周', days: 7 },
  { label: '两周', days: 14 },
]

interface DaysProps {
  absence: Absence
  onChange: (absence: Absence) => void
  today: string
}

function Days({ absence, onChange, today }: DaysProps) {
  const [month, setMonth] = useState(today.slice(0, 7))
  const isShortcut = (days: number) => absence.from === today && absence.to === dayAfter(today, days - 1)
  return (
    <>
      <View className="t12 secondary">哪几天不在，点第一天和最后一天</View>
      <View className="lending__shortcuts">
        {shortcuts.map(({ label, days }) => (
          <Chip
            key={label}
            on={isShortcut(days)}
            onTap={() => onChange({ from: today, to: dayAfter(today, days - 1) })}
          >
            从今天起{label}
          </Chip>
        ))}
      </View>
      <Calendar
        month={month}
        onMonth={setMonth}
        today={today}
        min={today}
        from={absence.from}
        to={absence.to}
        onDay={on => onChange(absenceAfter(absence, on))}
      />
    </>
  )
}

interface LendingFormProps {
  now: Instant
  /** Those who sign the same matters, and sign none twice. */
  cosigners: readonly string[]
}

/** Whom, and for which days. */
export function LendingForm({ now, cosigners }: LendingFormProps) {
  const { me } = useSession()
  const [colleague, setColleague] = useState<Colleague>()
  const [absence, setAbsence] = useState<Absence>({ from: undefined, to: undefined })
  const lend = useCommand(api.access.lendRoles, {
    outdates: [api.access.openLending],
    onDone: ({ lending }) => toast.show(`交给${lending.toName}了，会通知本人`),
  })
  const input = colleague && toLending(colleague.employeeId, absence)
  return (
    <>
      <Card padding="none">
        <ColleaguePicker
          label="交给谁"
          value={colleague}
          onChange={setColleague}
          without={me ? [me.employeeId] : []}
        />
        {colleague && cosigners.includes(colleague.employeeId) ? (
          <View className="lending__cosigner t12 bad">
            {colleague.name}自己也审批工会的事，同一件事只能签一次，不会再代你签。最好另请一位。
          </View>
        ) : null}
      </Card>
      <Card>
        <Days absence={absence} onChange={setAbsence} today={dayOf(now)} />
      </Card>
      <Button block disabled={!input} onTap={() => (input ? lend.run(input) : undefined)}>
        {colleague ? `请${colleague.name}代为处理` : '请同事代为处理'}
      </Button>
      <View className="t12 secondary">
        {colleague ? (input ? '' : '还没选哪几天。') : '还没选交给谁。'}
        这段时间，等你审批的事也会出现在对方的「管理」里，记录里写明是代你处理。随时可以收回。
      </View>
    </>
  )
}
