import type { HolidayRule, Service } from '@domain/selfservice/network'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { spokenAs } from '@/ui/a11y/spoken'
import { Button } from '@/ui/button/Button'
import { Chip } from '@/ui/chip/Chip'
import { Field } from '@/ui/field/Field'
import { ListRow } from '@/ui/listRow/ListRow'
import { PickerField } from '@/ui/pickerField/PickerField'
import { Sheet } from '@/ui/sheet/Sheet'
import { sayDay } from '../../shuttle/busWords'
import { newId } from './StopsSheet'

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日']

const holidayChoices: readonly { rule: HolidayRule; words: string }[] = [
  { rule: 'rests', words: '节假日停，调休上班日按周一' },
  { rule: 'runs', words: '节假日也开，调休上班日按周一' },
  { rule: 'asUsual', words: '不看节假日，只看星期几' },
]

function sayService({ weekdays, holidays, exceptions }: Service): string {
  const days = weekdays.length === 0 ? '不按星期' : `周${weekdays.map(day => WEEKDAYS[day - 1]).join('、')}`
  const rule = holidayChoices.find(choice => choice.rule === holidays)?.words ?? ''
  return exceptions.length > 0 ? `${days}；${rule}；另有 ${exceptions.length} 天例外` : `${days}；${rule}`
}

function problemOf({ name, weekdays, exceptions, fromOn, untilOn }: Service): string | undefined {
  if (name.trim() === '') return '写一下叫什么，例如「工作日」'
  if (fromOn === '' || untilOn === '') return '选从哪天到哪天'
  if (untilOn < fromOn) return '最后一天不能早于第一天'
  if (weekdays.length === 0 && exceptions.every(({ runs }) => !runs)) return '至少选一个星期几，或加一天'
  return undefined
}

interface FieldsProps {
  draft: Service
  change: (part: Partial<Service>) => void
}

function Exceptions({ draft, change }: FieldsProps) {
  const [on, setOn] = useState('')
  const add = (runs: boolean) => {
    const others = draft.exceptions.filter(exception => exception.on !== on)
    const exceptions = [...others, { on, runs }].sort((a, b) => (a.on < b.on ? -1 : 1))
    change({ exceptions })
    setOn('')
  }
  return (
    <>
      <PickerField label="单独说一天" mode="date" value={on} onChange={setOn} />
      {on === '' ? null : (
        <View className="row gap-8 draft__choices">
          <Chip onTap={() => add(true)}>这天开</Chip>
          <Chip onTap={() => add(false)}>这天停</Chip>
        </View>
      )}
      {draft.exceptions.map(exception => (
        <ListRow
          key={exception.on}
          title={`${sayDay(exception.on)}${exception.runs ? '开' : '停'}`}
          end={
            <Button
              kind="text"
              size="small"
              label={`去掉${sayDay(exception.on)}的例外`}
              onTap={() => change({ exceptions: draft.exceptions.filter(one => one !== exception) })}
            >
              去掉
            </Button>
          }
        />
      ))}
    </>
  )
}

function ServiceFields({ draft, change }: FieldsProps) {
  const toggle = (day: number) => {
    const others = draft.weekdays.filter(one => one !== day)
    const isOn = others.length < draft.weekdays.length
    change({ weekdays: isOn ? others : [...others, day].sort((a, b) => a - b) })
  }
  return (
    <>
      <Field label="叫什么" maxLength={20} value={draft.name} onChange={name => change({ name })} />
      <View className="draft__choices draft__wrap" {...spokenAs('group')} aria-label="星期几开">
        {WEEKDAYS.map((name, index) => (
          <Chip
            key={name}
            on={draft.weekdays.includes(index + 1)}
            label={`周${name}`}
            onTap={() => toggle(index + 1)}
          >
            {name}
          </Chip>
        ))}
      </View>
      <View className="draft__choices draft__wrap" {...spokenAs('group')} aria-label="节假日">
        {holidayChoices.map(({ rule, words }) => (
          <Chip key={rule} on={draft.holidays === rule} onTap={() => change({ holidays: rule })}>
            {words}
          </Chip>
        ))}
      </View>
      <PickerField label="从哪天" mode="date" value={draft.fromOn} onChange={fromOn => change({ fromOn })} />
      <PickerField
        label="到哪天"
        mode="date"
        value={draft.untilOn}
        onChange={untilOn => change({ untilOn })}
      />
      <Exceptions draft={draft} change={change} />
    </>
  )
}

export interface ServicesSheetProps {
  services: readonly Service[]
  /** Services by which some trip runs: they have to stay. */
  used: ReadonlySet<string>
  today: string
  open: boolean
  onClose: () => void
  onSave: (services: Service[]) => Promise<unknown>
}

/** On which days trips run. */
export function ServicesSheet({ services, used, today, open, onClose, onSave }: ServicesSheetProps) {
  const [draft, setDraft] = useState<Service>()
  const save = async (next: Service[]) => {
    if ((await onSave(next)) !== undefined) setDraft(undefined)
  }
  if (draft) {
    const isOld = services.some(({ serviceId }) => serviceId === draft.serviceId)
    const problem = problemOf(draft)
    const others = services.filter(({ serviceId }) => serviceId !== draft.serviceId)
    const put = () => {
      const named = { ...draft, name: draft.name.trim() }
      const all = isOld
        ? services.map(one => (one.serviceId === named.serviceId ? named : one))
        : [...others, named]
      return save(all)
    }
    return (
      <Sheet
        open={open}
        title={isOld ? '改运行日' : '加运行日'}
        onClose={() => setDraft(undefined)}
        note={problem ?? '存进草稿，发布以后才变'}
        action={
          <>
            {isOld && !used.has(draft.serviceId) ? (
              <Button kind="danger" onTap={() => save(others)}>
                去掉
              </Button>
            ) : null}
            <Button disabled={problem !== undefined} onTap={put}>
              存
            </Button>
          </>
        }
      >
        <ServiceFields draft={draft} change={part => setDraft({ ...draft, ...part })} />
      </Sheet>
    )
  }
  const blank: Service = {
    ...{ serviceId: newId('service'), name: '', weekdays: [1, 2, 3, 4, 5] },
    ...{ holidays: 'rests', fromOn: today, untilOn: '', exceptions: [] },
  }
  return (
    <Sheet
      open={open}
      title="运行日"
      onClose={onClose}
      action={
        <Button icon="plus" onTap={() => setDraft(blank)}>
          加一种
        </Button>
      }
    >
      {services.map(service => (
        <ListRow
          key={service.serviceId}
          title={service.name}
          meta={sayService(service)}
          onTap={() => setDraft(service)}
        />
      ))}
    </Sheet>
  )
}
