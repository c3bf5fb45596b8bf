import { View } from '@tarojs/components'
import { tappable } from '@/ui/a11y/tappable'
import { Icon } from '@/ui/icon/Icon'

/** Says that others have gone on talking while the reader was further down; a tap leads there. */
export function NewsPill({ count, onTap }: { count: number; onTap: () => void }) {
  if (count === 0) return null
  return (
    <View className="news-pill" {...tappable(`${count} 条新评论，去看`)} onClick={onTap}>
      <Icon name="say" size={16} />
      {count} 条新评论
    </View>
  )
}
