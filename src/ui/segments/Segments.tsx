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
}

/** The rooms of a tab, under its title. */
export function Segments<K extends string>({ segments, value, onChange }: SegmentsProps<K>) {
  return (
    <ScrollView className="segments" scrollX enhanced showScrollbar={false}>
      <View className="segments__line" {...spokenAs('tablist')}>
        {segments.map(({ key, text }) => (
          <View
            key={key}
            className={`segments__one${key === value ? ' segments__one--on' : ''}`}
            {...tappable(undefined, 'tab')}
            {...ariaState({ selected: key === value })}
            onClick={() => onChange(key)}
          >
            {text}
          </View>
        ))}
      </View>
    </ScrollView>
  )
}
