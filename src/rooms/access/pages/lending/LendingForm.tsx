import { grantTitle, isSameGrant } from '@domain/access/roles'
import type { GrantView } from '@domain/access/rolesContract'
import { dayOf, type Instant } from '@domain/kernel/time'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, useCommand, useSession } from '@/api'
import { type Colleague, ColleaguePicker } from '@/rooms/identity/public'
import { Button } from '@/ui/button/Button'
import { Calendar } from '@/ui/calendar/Calendar'
import { dayAfter } from '@/ui/calendar/monthGrid'
import { Card } from '@/ui/card/Card'
import { Checkbox } from '@/ui/checkbox/Checkbox'
import { Chip } from '@/ui/chip/Chip'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { toast } from '@/ui/toast/store'
import { type Absence, absenceAfter, keyOf, toLending, withOrWithout } from '../../absence'

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
        <View className="t14">从今天起</View>
        {shortcuts.map(({ label, days }) => (
          <Chip
            key={label}
            label={`从今天起${label}`}
            on={isShortcut(days)}
            onTap={() => onChange({ from: today, to: dayAfter(today, days - 1) })}
          >
            {label}
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

interface RolesProps {
  own: readonly GrantView[]
  /** Those that stay with the lender. */
  left: readonly GrantView[]
  onChange: (left: GrantView[]) => void
}

/** Which roles go along; of one there is nothing to choose. */
function Roles({ own, left, onChange }: RolesProps) {
  return (
    <Card padding="none">
      <SectionHeader title="请对方代哪些" />
      <View className="lending__roles">
        {own.map(grant =>
          own.length === 1 ? (
            <View key={grant.role} className="t14 lending__only">
              {grantTitle(grant)}
            </View>
          ) : (
            <Checkbox
              key={`${grant.role}/${grant.scopeId}`}
              checked={!left.some(one => isSameGrant(keyOf(one), keyOf(grant)))}
              onChange={() => onChange(withOrWithout(left, grant))}
            >
              {grantTitle(grant)}
            </Checkbox>
          ),
        )}
      </View>
    </Card>
  )
}

interface LendingFormProps {
  now: Instant
  own: readonly GrantView[]
  /** Those who sign the same matters, and sign none twice. */
  cosigners: readonly string[]
}

/** Whom, for which days, and by which roles: by all at first. */
export function LendingForm({ now, own, cosigners }: LendingFormProps) {
  const { me } = useSession()
  const [colleague, setColleague] = useState<Colleague>()
  const [absence, setAbsence] = useState<Absence>({ from: undefined, to: undefined })
  const [left, setLeft] = useState<readonly GrantView[]>([])
  const chosen = own.filter(grant => !left.some(one => isSameGrant(keyOf(one), keyOf(grant))))
  const lend = useCommand(api.access.lendRoles, {
    outdates: [api.access.openLending],
    onDone: ({ lending }) => toast.show(`交给${lending.toName}了，会通知本人`),
  })
  const input = colleague && toLending(colleague.employeeId, chosen, absence)
  const missing = colleague
    ? absence.from === undefined
      ? '还没选哪几天。'
      : chosen.length === 0
        ? '还没选代哪些。'
        : ''
    : '还没选交给谁。'
  return (
    <View className="column gap-12 lending__form">
      <Card padding="none" className="lending__first">
        <View className="lending__whom">
          <ColleaguePicker
            label="交给谁"
            value={colleague}
            onChange={setColleague}
            without={me ? [me.employeeId] : []}
          />
        </View>
        {colleague && cosigners.includes(colleague.employeeId) ? (
          <View className="lending__cosigner t12 bad">
            {colleague.name}自己也审批工会的事，同一件事只能签一次，不会再代你签。最好另请一位。
          </View>
        ) : null}
      </Card>
      <Card className="lending__days">
        <Days absence={absence} onChange={setAbsence} today={dayOf(now)} />
      </Card>
      <Roles own={own} left={left} onChange={setLeft} />
      <Button block disabled={!input} onTap={() => (input ? lend.run(input) : undefined)}>
        {colleague ? `请${colleague.name}代为处理` : '请同事代为处理'}
      </Button>
      <View className="t12 secondary">
        {missing}这段时间，等你审批的事也会出现在对方的「管理」里，记录里写明是代你处理。随时可以收回。
      </View>
    </View>
  )
}
