import { View } from '@tarojs/components'
import { Face } from '@/rooms/Face'
import { Icon } from '@/ui/icon/Icon'
import { type Author, belonging } from '../post'
import { leadingTo } from './leadingTo'
import './byline.scss'

interface BylineProps {
  author: Author
  when: string
  /** Whether a tap leads to who they are and what else they have written. */
  linked?: boolean
}

/** Who wrote it, from where, and when. */
export function Byline({ author, when, linked = false }: BylineProps) {
  return (
    <View className="byline" {...(linked ? leadingTo(author) : {})}>
      <Face of={author} />
      <View className="grow">
        <View className="byline__name">
          {author.name}
          {author.official ? <Icon name="verified" size={16} className="byline__seal" /> : null}
        </View>
        <View className="t12 secondary">
          {belonging(author)} · {when}
        </View>
      </View>
    </View>
  )
}
