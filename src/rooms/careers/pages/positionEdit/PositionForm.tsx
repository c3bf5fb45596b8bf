import {
  cities,
  families,
  familyNames,
  levelNames,
  levels,
  type Track,
  trackNames,
  tracks,
} from '@domain/careers/position'
import { View } from '@tarojs/components'
import type { api, Input } from '@/api'
import { type Colleague, ColleaguePicker } from '@/rooms/identity/public'
import { Card } from '@/ui/card/Card'
import { Chip, ChipRow } from '@/ui/chip/Chip'
import { Field } from '@/ui/field/Field'

export type Words = Input<typeof api.careers.savePosition>['words']

interface ChoiceProps<K extends string> {
  title: string
  keys: readonly K[]
  names?: Record<K, string>
  isOn: (key: K) => boolean
  onTap: (key: K) => void
}

function Choice<K extends string>({ title, keys, names, isOn, onTap }: ChoiceProps<K>) {
  return (
    <View className="careers__bleed">
      <View className="t12 secondary pad">{title}</View>
      <ChipRow>
        {keys.map(key => (
          <Chip key={key} on={isOn(key)} onTap={() => onTap(key)}>
            {names?.[key] ?? key}
          </Chip>
        ))}
      </ChipRow>
    </View>
  )
}

interface PositionFormProps {
  words: Words
  lead: Colleague | undefined
  onChange: (part: Partial<Words>) => void
  onLead: (lead: Colleague | undefined) => void
}

const lines = [
  { key: 'title', label: '职位', max: 40 },
  { key: 'department', label: '部门', max: 20 },
  { key: 'team', label: '团队（可不填）', max: 20 },
  { key: 'place', label: '地点', max: 20 },
  { key: 'years', label: '年限（可不填）', max: 12 },
] as const

const withOrWithout = (before: readonly Track[], track: Track) =>
  tracks.filter(one => (one === track ? !before.includes(track) : before.includes(one)))

/** What a position says. */
export function PositionForm({ words, lead, onChange, onLead }: PositionFormProps) {
  return (
    <View className="pad column gap-12">
      <Card>
        {lines.map(({ key, label, max }) => (
          <Field
            key={key}
            label={label}
            value={words[key]}
            maxLength={max}
            onChange={value => onChange({ [key]: value })}
          />
        ))}
        <Field
          label="人数"
          type="number"
          maxLength={2}
          value={words.headcount ? String(words.headcount) : ''}
          onChange={value => onChange({ headcount: Number(value) || 0 })}
        />
      </Card>
      <Card className="column gap-8">
        <Choice
          title="城市"
          keys={cities}
          isOn={key => words.city === key}
          onTap={city => onChange({ city })}
        />
        <Choice
          title="类别"
          keys={families}
          names={familyNames}
          isOn={key => words.family === key}
          onTap={family => onChange({ family })}
        />
        <Choice
          title="级别"
          keys={levels}
          names={levelNames}
          isOn={key => words.level === key}
          onTap={level => onChange({ level })}
        />
        <Choice
          title="招聘方式，可以选几个"
          keys={tracks}
          names={trackNames}
          isOn={key => words.tracks.includes(key)}
          onTap={key => onChange({ tracks: withOrWithout(words.tracks, key) })}
        />
      </Card>
      <Card padding="none">
        <ColleaguePicker label="谁的团队（可不填）" value={lead} onChange={onLead} />
      </Card>
      <Texts words={words} onChange={onChange} />
    </View>
  )
}

function Texts({ words, onChange }: Pick<PositionFormProps, 'words' | 'onChange'>) {
  return (
    <Card className="column gap-12">
      <Field
        label="要做的事"
        multiline
        value={words.duties}
        maxLength={2_000}
        onChange={duties => onChange({ duties })}
      />
      <Field
        label="希望候选人"
        multiline
        value={words.requirements}
        maxLength={2_000}
        onChange={requirements => onChange({ requirements })}
      />
    </Card>
  )
}
