import { View } from '@tarojs/components'
import { Face } from '@/rooms/Face'
import { ariaState } from '@/ui/a11y/ariaState'
import { tappable } from '@/ui/a11y/tappable'
import { Badge } from '@/ui/badge/Badge'
import { Icon } from '@/ui/icon/Icon'
import { leadingTo } from '../../components/leadingTo'
import { PostText } from '../../components/PostText'
import { belonging, type Comment, sayAgo } from '../../post'
import { useCommentLike } from './useCommentLike'
import type { Conversation } from './useConversation'

export interface CommentDeeds {
  like: Conversation['like']
  /** Absent: whoever reads may not write. */
  onAnswer: ((comment: Comment) => void) | undefined
  onMore: (comment: Comment) => void
}

interface CommentRowProps {
  comment: Comment
  now: number
  /** Who wrote the post. */
  hostId: string
  /** Under a comment of the first level. */
  reply?: boolean
  /** What the reader comes for: marked for a moment. */
  aimed?: boolean
  deeds: CommentDeeds
}

function Like({ comment, like }: { comment: Comment; like: Conversation['like'] }) {
  const { label, toggle } = useCommentLike(comment, like)
  return (
    <View
      className={`comment__like${comment.liked ? ' comment__like--on' : ''}`}
      {...tappable(label)}
      {...ariaState({ pressed: comment.liked })}
      onClick={toggle}
    >
      <Icon name="heart" size={16} filled={comment.liked} />
      {comment.likes > 0 ? comment.likes : null}
    </View>
  )
}

function Name({ comment, hostId }: { comment: Comment; hostId: string }) {
  const { author, mine, hidden } = comment
  return (
    <View className="comment__name">
      {author.name}
      {author.official ? <Icon name="verified" size={16} className="comment__seal" /> : null}
      {/* Whoever has left has no number, and is not the host for it. */}
      {hostId !== '' && author.employeeId === hostId ? <Badge>楼主</Badge> : null}
      {mine ? <Badge tone="accent">我</Badge> : null}
      {hidden ? <Badge icon="eye">已隐去</Badge> : null}
    </View>
  )
}

/** A comment or a reply: who, what, and the three things to do about it. */
export function CommentRow(props: CommentRowProps) {
  const { comment, now, hostId, reply = false, aimed = false, deeds } = props
  const { author, answers, body, mentions, postedAt } = comment
  const { onAnswer } = deeds
  return (
    <View
      className={`comment${reply ? ' comment--reply' : ''}${aimed ? ' comment--aimed' : ''}`}
      id={`comment-${comment.commentId}`}
    >
      <View className="comment__face" {...leadingTo(author, `${author.name}的主页`)}>
        <Face of={author} size={reply ? 24 : 32} />
      </View>
      <View className="comment__main">
        <View className="comment__head">
          <Name comment={comment} hostId={hostId} />
          <Like comment={comment} like={deeds.like} />
        </View>
        <View className="comment__text">
          {answers ? <View className="comment__answers">回复 {answers.name}：</View> : null}
          <PostText post={{ body, mentions, topics: [] }} linked />
        </View>
        <View className="comment__foot">
          <View className="comment__when">
            {[belonging(author), sayAgo(postedAt, now)].filter(Boolean).join(' · ')}
          </View>
          {onAnswer ? (
            <View
              className="comment__deed"
              {...tappable(`回复${author.name}`)}
              onClick={() => onAnswer(comment)}
            >
              回复
            </View>
          ) : null}
          <View
            className="comment__deed comment__deed--more"
            {...tappable(`${author.name}的评论，更多操作`)}
            onClick={() => deeds.onMore(comment)}
          >
            <Icon name="more" size={20} />
          </View>
        </View>
      </View>
    </View>
  )
}

/** What is left of a comment that was taken back while replies stand under it. */
export function CommentGone() {
  return (
    <View className="comment">
      <View className="comment__blank" />
      <View className="comment__main">
        <View className="comment__gone">该评论已删除</View>
      </View>
    </View>
  )
}
