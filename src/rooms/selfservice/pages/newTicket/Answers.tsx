import { plateHint } from '@domain/selfservice/plate'
import { isAnswer, type TicketField } from '@domain/selfservice/ticketCategory'
import { Field } from '@/ui/field/Field'
import { Options } from '@/ui/options/Options'
import { PickerField } from '@/ui/pickerField/PickerField'

const errors: Partial<Record<TicketField['kind'], string>> = {
  day: '选今天或以后的一天',
  plate: `像「沪A12345」这样写：${plateHint}`,
}

/** What the form of a kind asks; with `tried`, what is missing says so at its place. */
export function Answers(props: {
  fields: readonly TicketField[]
  answers: Record<string, string>
  /** Whether what is missing is said already. */
  tried: boolean
  today: string
  onChange: (answers: Record<string, string>) => void
}) {
  return (
    <>
      {props.fields.map(field => {
        const { key, label, kind, required, options } = field
        const value = props.answers[key] ?? ''
        const isWrong = props.tried && !isAnswer(field, value.trim(), props.today)
        const wrong = isWrong ? { error: errors[kind] ?? '这里还没填好' } : {}
        const change = (next: string) => props.onChange({ ...props.answers, [key]: next })
        const words = required ? label : `${label}（可不填）`
        if (kind === 'day')
          return (
            <PickerField
              key={key}
              label={words}
              mode="date"
              value={value}
              min={props.today}
              {...wrong}
              onChange={change}
            />
          )
        if (kind === 'line')
          return <Field key={key} label={words} value={value} maxLength={60} {...wrong} onChange={change} />
        if (kind === 'plate')
          return (
            <Field
              key={key}
              label={words}
              value={value}
              maxLength={12}
              placeholder="沪A12345"
              hint={plateHint}
              {...wrong}
              onChange={change}
            />
          )
        return (
          <Options
            key={key}
            label={words}
            options={options.map(option => ({ key: option, text: option }))}
            value={value}
            onChange={change}
          />
        )
      })}
    </>
  )
}
