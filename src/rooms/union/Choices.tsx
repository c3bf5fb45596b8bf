import { View } from '@tarojs/components'
import { spokenAs } from '@/ui/a11y/spoken'
import { Chip } from '@/ui/chip/Chip'
import './choices.scss'

interface ChoicesProps {
  title: string
  options: readonly string[]
  chosen: string | undefined
  onChoose: (option: string) => void
}

/** So many share one row evenly; more stand as they fit. */
const SHARING_MAX = 3

/** A question of a form that is answered by one tap. */
export function Choices({ title, options, chosen, onChoose }: ChoicesProps) {
  return (
    <View className="choices" {...spokenAs('radiogroup')} aria-label={title}>
      <View className="choices__title">{title}</View>
      <View className={`choices__options${options.length <= SHARING_MAX ? ' choices__options--shared' : ''}`}>
        {options.map(option => (
          <Chip key={option} on={chosen === option} onTap={() => onChoose(option)}>
            {option}
          </Chip>
        ))}
      </View>
    </View>
  )
}
