import { plateHint } from '@domain/selfservice/plate'
import { isAnswer, type TicketField } from '@domain/selfservice/ticketCategory'
import { useState } from 'react'
import { Field } from '@/ui/field/Field'
import { Options } from '@/ui/options/Options'
import { PickerField } from '@/ui/pickerField/PickerField'

interface AnswersProps {
  fields: readonly TicketField[]
  answers: Record<string, string>
  today: string
  onChange: (answers: Record<string, string>) => void
}

interface AnswerProps extends Pick<AnswersProps, 'today'> {
  field: TicketField
  value: string
  onChange: (value: string) => void
}

/** A plate; while it is being typed nothing is wrong yet. */
function Plate({
  label,
  isRight,
  ...rest
}: Omit<AnswerProps, 'field' | 'today'> & { label: string; isRight: boolean }) {
  const [isLeft, setLeft] = useState(false)
  return (
    <Field
      {...rest}
      label={label}
      maxLength={12}
      placeholder="沪A12345"
      hint={plateHint}
      {...(isLeft && !isRight ? { error: `像「沪A12345」这样写：${plateHint}` } : {})}
      onBlur={() => setLeft(true)}
    />
  )
}

function Answer({ field, value, today, onChange }: AnswerProps) {
  const { label, kind, required, options } = field
  const isRight = value.trim() === '' || isAnswer(field, value.trim(), today)
  const words = required ? label : `${label}（可不填）`
  if (kind === 'day')
    return (
      <PickerField
        label={words}
        mode="date"
        value={value}
        min={today}
        {...(isRight ? {} : { error: '选今天或以后的一天' })}
        onChange={onChange}
      />
    )
  if (kind === 'plate') return <Plate label={words} value={value} isRight={isRight} onChange={onChange} />
  if (kind === 'line') return <Field label={words} value={value} maxLength={60} onChange={onChange} />
  return (
    <Options
      label={words}
      options={options.map(option => ({ key: option, text: option }))}
      value={value}
      onChange={onChange}
    />
  )
}

/** What the form of a kind asks; what is wrong says so at its place. */
export function Answers({ fields, answers, today, onChange }: AnswersProps) {
  return (
    <>
      {fields.map(field => (
        <Answer
          key={field.key}
          field={field}
          value={answers[field.key] ?? ''}
          today={today}
          onChange={next => onChange({ ...answers, [field.key]: next })}
        />
      ))}
    </>
  )
}
