import { View } from '@tarojs/components'
import { Badge } from '@/ui/badge/Badge'
import type { Post } from '../post'
import './postBadges.scss'

interface PostBadgesProps {
  post: Pick<Post, 'featured' | 'pinned' | 'author'>
  onTop?: boolean
  isNew?: boolean
}

/** What sets a post apart: on top of its board, an announcement of the company, featured, new to the reader. */
export function PostBadges({ post, onTop = false, isNew = false }: PostBadgesProps) {
  const { featured, author } = post
  if (!onTop && !featured && !isNew) return null
  return (
    <View className="post-badges">
      {onTop ? (
        <Badge tone="accent" icon="tack">
          {author.official ? '公告' : '置顶'}
        </Badge>
      ) : null}
      {featured ? (
        <Badge tone="ok" icon="medal">
          精华
        </Badge>
      ) : null}
      {isNew ? <Badge>新</Badge> : null}
    </View>
  )
}
