import { View } from '@tarojs/components'
import { spokenAs } from '../a11y/spoken'
import './listRow.scss'

interface ListHeadProps {
  /** Over the title and over each line below it. */
  names: readonly string[]
  /** Over what stands at the right. */
  end?: string
  /** How wide the picture before each row is, in px; 0 where there is none. */
  leadPx?: number
  /** Whether the rows lead on. */
  chevron?: boolean
}

/** Names the columns of a list that a wide window shows as a table; a phone draws none of it. */
export function ListHead({ names, end, leadPx = 0, chevron = false }: ListHeadProps) {
  return (
    <View className="list-head" {...spokenAs('row')}>
      {leadPx > 0 ? <View className="list-head__lead" style={{ width: `${leadPx}px` }} /> : null}
      <View className="list-head__names">
        {names.map(name => (
          <View key={name} className="list-head__name" {...spokenAs('columnheader')}>
            {name}
          </View>
        ))}
      </View>
      {end ? (
        <View
          className={`list-head__end${chevron ? ' list-head__end--leads' : ''}`}
          {...spokenAs('columnheader')}
        >
          {end}
        </View>
      ) : null}
    </View>
  )
}
