import { ScrollView, View } from '@tarojs/components'
import { ariaState } from '../a11y/ariaState'
import { spokenAs } from '../a11y/spoken'
import { tappable } from '../a11y/tappable'
import './segments.scss'

export interface Segment<K extends string> {
  key: K
  text: string
}

export interface SegmentsProps<K extends string> {
  segments: readonly Segment<K>[]
  value: K
  onChange: (key: K) => void
  /** Two to five that share the width in one bed: faces of one thing, not rooms. */
  even?: boolean
}

/** The rooms of a tab, under its title; or, `even`, the faces of one thing. */
export function Segments<K extends string>({ segments, value, onChange, even = false }: SegmentsProps<K>) {
  const look = even ? 'segments__face' : 'segments__one'
  const line = (
    <View className={even ? 'segments__bed' : 'segments__line'} {...spokenAs('tablist')}>
      {segments.map(({ key, text }) => (
        <View
          key={key}
          className={`${look}${key === value ? ` ${look}--on` : ''}`}
          {...tappable(undefined, 'tab')}
          {...ariaState({ selected: key === value })}
          onClick={() => onChange(key)}
        >
          {text}
        </View>
      ))}
    </View>
  )
  return even ? (
    line
  ) : (
    <ScrollView className="segments" scrollX enhanced showScrollbar={false}>
      {line}
    </ScrollView>
  )
}
