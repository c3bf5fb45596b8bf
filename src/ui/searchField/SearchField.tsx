import { Input, View } from '@tarojs/components'
import { tappable } from '../a11y/tappable'
import { useInnerLabel } from '../a11y/useInnerLabel'
import { Icon } from '../icon/Icon'
import './searchField.scss'

interface SearchFieldProps {
  value: string
  /** What can be found. */
  placeholder: string
  /** What it is called, where the placeholder says how to write rather than what is found. */
  label?: string
  /** Opens the keyboard at once: the page is there to search. */
  focus?: boolean
  onChange: (value: string) => void
  /** For a field that leads to where it is found: the keyboard's 搜索 or Enter. */
  onConfirm?: () => void
}

/** Finds while it is being typed; a cross empties it. */
export function SearchField(props: SearchFieldProps) {
  const { value, placeholder, label = placeholder, focus, onChange, onConfirm } = props
  const host = useInnerLabel<unknown>(label)
  return (
    <View className="search-field">
      <Icon name="search" size={20} />
      <Input
        ref={host}
        className="search-field__input"
        value={value}
        focus={focus ?? false}
        maxlength={40}
        placeholder={placeholder}
        aria-label={label}
        confirmType="search"
        onInput={event => onChange(event.detail.value)}
        {...(onConfirm ? { onConfirm } : {})}
      />
      {value ? (
        <View className="search-field__clear" {...tappable('清空')} onClick={() => onChange('')}>
          <Icon name="close" size={16} />
        </View>
      ) : null}
    </View>
  )
}
