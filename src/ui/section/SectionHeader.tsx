import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { spokenAs } from '../a11y/spoken'
import { tappable } from '../a11y/tappable'
import { Icon } from '../icon/Icon'
import './section.scss'

export interface SectionHeaderProps {
  title: string
  /** Words or a number at the right; with `onMore` they lead somewhere. */
  more?: ReactNode
  onMore?: () => void
  /** Stands over cards, in line with their edges. */
  over?: boolean
}

/** The head of a card or of a stretch of a page. */
export function SectionHeader({ title, more, onMore, over = false }: SectionHeaderProps) {
  return (
    <View className={`section-header${over ? ' section-header--over' : ''}`}>
      <View className="section-header__title" {...spokenAs('heading', 2)}>
        {title}
      </View>
      {more !== undefined || onMore ? (
        <View
          className="section-header__more"
          {...(onMore
            ? { ...tappable(more === undefined ? `${title}，更多` : undefined), onClick: onMore }
            : {})}
        >
          {more}
          {onMore ? <Icon name="next" size={16} /> : null}
        </View>
      ) : null}
    </View>
  )
}
