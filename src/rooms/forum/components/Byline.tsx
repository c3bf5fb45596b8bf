import { View } from '@tarojs/components'
import { Avatar } from '@/ui/avatar/Avatar'
import { Icon } from '@/ui/icon/Icon'
import { type Author, belonging } from '../post'
import './byline.scss'

/** Who wrote it, from where, and when. */
export function Byline({ author, when }: { author: Author; when: string }) {
  return (
    <View className="byline">
      <Avatar name={author.name} official={author.official} />
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
