import { View } from '@tarojs/components'
import { tappable } from '@/ui/a11y/tappable'
import { Icon } from '@/ui/icon/Icon'
import './strip.scss'

interface StripProps {
  title: string
  note?: string
  /** What the reader can do about it. */
  way?: { words: string; onTap: () => void } | undefined
}

/** Something that the reader has to know of what is theirs, where it concerns them. */
export function Strip({ title, note, way }: StripProps) {
  return (
    <View className="strip">
      <Icon name="alert" size={20} className="strip__sign" />
      <View className="strip__words">
        <View>{title}</View>
        {note ? <View className="t12 secondary">{note}</View> : null}
      </View>
      {way ? (
        <View className="strip__way" {...tappable(undefined, 'link')} onClick={way.onTap}>
          {way.words}
        </View>
      ) : null}
    </View>
  )
}
