import { Input, type InputProps, Textarea, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { spokenAs } from '../a11y/spoken'
import { useInnerLabel } from '../a11y/useInnerLabel'
import { Icon, type IconName } from '../icon/Icon'
import './field.scss'

export interface FieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  placeholder?: string
  icon?: IconName
  type?: InputProps['type']
  /** Several lines in a box that grows, with a counter when `maxLength` is given. */
  multiline?: boolean
  /** Nothing but the text, where a card around it is the box and the page counts; the label is only spoken. */
  bare?: boolean
  /** In UTF-16 units, as WeChat counts. */
  maxLength?: number
  /** What is wrong and what to do; takes the place of the hint. */
  error?: string
  hint?: string
  /** At the right: a check, "换一个". */
  end?: ReactNode
  disabled?: boolean
  /** Turns true: the keyboard opens here. */
  focus?: boolean
  onBlur?: (value: string) => void
  onConfirm?: () => void
}

/** A limit that nobody comes near is no number to watch. */
const COUNTED_MAX = 10_000

/** A line to fill in: label of 12 above a value of 16, or a box for longer text. */
export function Field(props: FieldProps) {
  const { label, value, placeholder, icon, multiline, bare, maxLength = 140, error, hint, end } = props
  const disabled = props.disabled ?? false
  const take = (event: { detail: { value: string } }) => props.onChange(event.detail.value)
  const leave = (event: { detail: { value: string } }) => props.onBlur?.(event.detail.value)
  const note = error ?? hint
  const host = useInnerLabel<unknown>(label)
  return (
    <View
      className={`field${multiline && !bare ? ' field--box' : ''}${bare ? ' field--bare' : ''}${error ? ' field--wrong' : ''}`}
    >
      <View className="field__line">
        {icon ? <Icon name={icon} className="field__icon" /> : null}
        <View className="field__main">
          {bare ? null : (
            <View className="field__label">
              <View>{label}</View>
              {multiline && props.maxLength && props.maxLength <= COUNTED_MAX ? (
                <View className="field__count" aria-label={`已写 ${value.length} 字，最多 ${maxLength} 字`}>
                  {value.length} / {maxLength}
                </View>
              ) : null}
            </View>
          )}
          {multiline ? (
            <Textarea
              ref={host}
              className="field__area"
              placeholderClass="field__placeholder"
              value={value}
              placeholder={placeholder ?? ''}
              maxlength={maxLength}
              autoHeight
              disabled={disabled}
              aria-label={label}
              onInput={take}
              onBlur={leave}
            />
          ) : (
            <Input
              ref={host}
              className="field__input"
              placeholderClass="field__placeholder"
              value={value}
              placeholder={placeholder ?? ''}
              maxlength={maxLength}
              type={props.type ?? 'text'}
              disabled={disabled}
              focus={props.focus ?? false}
              aria-label={label}
              onInput={take}
              onBlur={leave}
              onConfirm={() => props.onConfirm?.()}
            />
          )}
        </View>
        {end ? <View className="field__end">{end}</View> : null}
      </View>
      {note ? (
        <View className="field__note" aria-live="polite" {...spokenAs(error ? 'alert' : 'note')}>
          {note}
        </View>
      ) : null}
    </View>
  )
}
