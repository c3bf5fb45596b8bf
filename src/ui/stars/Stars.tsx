import { View } from '@tarojs/components'
import { ariaState } from '../a11y/ariaState'
import { spokenAs } from '../a11y/spoken'
import { tappable } from '../a11y/tappable'
import { Icon } from '../icon/Icon'
import './stars.scss'

export interface StarsProps {
  /** Read aloud: what is judged. */
  label: string
  /** 0: not said yet. */
  value: number
  onChange: (value: number) => void
}

const STARS = [1, 2, 3, 4, 5]

/** One to five stars, each a target of 44. */
export function Stars({ label, value, onChange }: StarsProps) {
  return (
    <View className="stars" {...spokenAs('radiogroup')} aria-label={label}>
      {STARS.map(star => (
        <View
          key={star}
          className={`stars__one${star <= value ? ' stars__one--on' : ''}`}
          {...tappable(`${star} 星`, 'radio')}
          {...ariaState({ checked: star === value })}
          onClick={() => onChange(star)}
        >
          <Icon name="star" size={28} filled={star <= value} />
        </View>
      ))}
    </View>
  )
}
