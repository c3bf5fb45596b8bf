import { Input, View } from '@tarojs/components'
import { tappable } from '@/ui/a11y/tappable'
import { useInnerLabel } from '@/ui/a11y/useInnerLabel'
import { Icon } from '@/ui/icon/Icon'

interface SearchFieldProps {
  value: string
  onChange: (value: string) => void
}

/** Finds while it is being typed; a cross empties it. */
export function SearchField({ value, onChange }: SearchFieldProps) {
  const host = useInnerLabel<unknown>('搜一个词，或一份制度')
  return (
    <View className="library__search">
      <Icon name="search" size={20} />
      <Input
        ref={host}
        className="library__input"
        value={value}
        maxlength={40}
        placeholder="搜一个词，或一份制度"
        aria-label="搜一个词，或一份制度"
        confirmType="search"
        onInput={event => onChange(event.detail.value)}
      />
      {value ? (
        <View className="library__clear" {...tappable('清空')} onClick={() => onChange('')}>
          <Icon name="close" size={16} />
        </View>
      ) : null}
    </View>
  )
}
