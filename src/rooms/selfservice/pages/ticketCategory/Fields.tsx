import { View } from '@tarojs/components'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { Checkbox } from '@/ui/checkbox/Checkbox'
import { Chip } from '@/ui/chip/Chip'
import { Field } from '@/ui/field/Field'
import { FIELDS_MAX, type FieldDraft, withField } from '../../categoryDraft'

const kinds: { kind: FieldDraft['kind']; name: string }[] = [
  { kind: 'line', name: '写一句' },
  { kind: 'choice', name: '选一个' },
  { kind: 'day', name: '选一天' },
  { kind: 'plate', name: '写车牌' },
]

interface OneProps {
  field: FieldDraft
  number: number
  onChange: (part: Partial<FieldDraft>) => void
  onRemove: () => void
}

function One({ field, number, onChange, onRemove }: OneProps) {
  return (
    <Card className="mt-8">
      <Field
        label={`第 ${number} 项`}
        value={field.label}
        maxLength={12}
        onChange={label => onChange({ label })}
      />
      <View className="ticket-category__options" aria-label={`第 ${number} 项怎么填`}>
        {kinds.map(({ kind, name }) => (
          <Chip key={kind} on={field.kind === kind} onTap={() => onChange({ kind })}>
            {name}
          </Chip>
        ))}
      </View>
      {field.kind === 'choice' ? (
        <Field
          label={`第 ${number} 项的选项`}
          value={field.options}
          maxLength={200}
          placeholder="急、不急"
          onChange={options => onChange({ options })}
        />
      ) : null}
      <View className="row row--between">
        <Checkbox checked={field.required} onChange={required => onChange({ required })}>
          必填
        </Checkbox>
        <Button kind="text" size="small" label={`去掉第 ${number} 项`} onTap={onRemove}>
          去掉
        </Button>
      </View>
    </Card>
  )
}

/** What the form asks. */
export function Fields({
  fields,
  onChange,
}: {
  fields: readonly FieldDraft[]
  onChange: (fields: FieldDraft[]) => void
}) {
  return (
    <View>
      <View className="t12 secondary">表单里问什么；说明和照片总是可以写的</View>
      {fields.map((field, index) => (
        <One
          key={field.key}
          field={field}
          number={index + 1}
          onChange={part => onChange(fields.map(one => (one === field ? { ...one, ...part } : one)))}
          onRemove={() => onChange(fields.filter(one => one !== field))}
        />
      ))}
      {fields.length < FIELDS_MAX ? (
        <View className="mt-8">
          <Button kind="secondary" size="small" icon="plus" onTap={() => onChange(withField(fields))}>
            加一项
          </Button>
        </View>
      ) : null}
    </View>
  )
}
