import { View } from '@tarojs/components'
import { tappable } from '@/ui/a11y/tappable'
import { Avatar } from '@/ui/avatar/Avatar'
import { Badge } from '@/ui/badge/Badge'
import { Icon } from '@/ui/icon/Icon'
import { belonging, type Comment, sayAgo } from '../../post'

interface CommentRowProps {
  comment: Comment
  now: number
  onMore: () => void
}

export function CommentRow({ comment, now, onMore }: CommentRowProps) {
  const { author, body, mine, hidden, postedAt } = comment
  return (
    <View className="comment" id={`comment-${comment.commentId}`}>
      <Avatar name={author.name} size={32} official={author.official} />
      <View className="comment__main">
        <View className="comment__name">
          {author.name}
          {author.official ? <Icon name="verified" size={16} className="comment__seal" /> : null}
          {mine ? <Badge tone="accent">我</Badge> : null}
          {hidden ? <Badge icon="eye">已隐去</Badge> : null}
        </View>
        <View className="comment__text">{body}</View>
        <View className="t12 secondary mt-4">
          {belonging(author)} · {sayAgo(postedAt, now)}
        </View>
        <View className="comment__more" {...tappable(`${author.name}的评论，更多操作`)} onClick={onMore}>
          <Icon name="more" size={20} />
        </View>
      </View>
    </View>
  )
}
