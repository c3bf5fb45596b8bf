import { type ShelfSort, shelfSorts } from '@domain/mall/goods'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { ariaState } from '@/ui/a11y/ariaState'
import { spokenAs } from '@/ui/a11y/spoken'
import { tappable } from '@/ui/a11y/tappable'
import { Icon } from '@/ui/icon/Icon'
import { Sheet } from '@/ui/sheet/Sheet'
import './shop.scss'

const sortNames: Record<ShelfSort, string> = {
  usual: '推荐',
  newest: '新到的在前',
  cheap: '沃币从少到多',
  dear: '沃币从多到少',
}

interface SortLineProps {
  words: string
  sort: ShelfSort
  onSort: (sort: ShelfSort) => void
}

/** What stands on the shelf below, and in which order. */
export function SortLine({ words, sort, onSort }: SortLineProps) {
  const [open, setOpen] = useState(false)
  const choose = (next: ShelfSort) => {
    onSort(next)
    setOpen(false)
  }
  return (
    <View className="shop__sort">
      <View className="t12 secondary grow">{words}</View>
      <View className="shop__sort-choice" {...tappable()} onClick={() => setOpen(true)}>
        {sortNames[sort]}
        <Icon name="filter" size={16} />
      </View>
      <Sheet open={open} title="怎么排" onClose={() => setOpen(false)}>
        <View {...spokenAs('radiogroup')} aria-label="怎么排">
          {shelfSorts.map(key => (
            <View
              key={key}
              className="shop__sort-one"
              {...tappable(undefined, 'radio')}
              {...ariaState({ checked: key === sort })}
              onClick={() => choose(key)}
            >
              <View className="grow">{sortNames[key]}</View>
              {key === sort ? <Icon name="check" size={20} className="accent" /> : null}
            </View>
          ))}
        </View>
      </Sheet>
    </View>
  )
}
