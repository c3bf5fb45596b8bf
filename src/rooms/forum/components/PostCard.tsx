import { View } from '@tarojs/components'
import { openPage } from '@/rooms/open'
import { ariaState } from '@/ui/a11y/ariaState'
import { tappable } from '@/ui/a11y/tappable'
import { Card } from '@/ui/card/Card'
import { Icon } from '@/ui/icon/Icon'
import { type Post, sayAgo } from '../post'
import { favourite, like, useMark } from '../useMark'
import { AttachedCard } from './AttachedCard'
import { Byline } from './Byline'
import { HeatRank } from './HeatRank'
import { PollStrip } from './PollStrip'
import { PostBadges } from './PostBadges'
import { PostPictures } from './PostPictures'
import { PostText } from './PostText'
import './postCard.scss'

interface PostCardProps {
  post: Post
  now: number
  /** Where it stands in the hot list, the hottest 1. */
  rank?: number | undefined
  /** Shown on top of its board. */
  onTop?: boolean
  /** Come since the reader's last visit. */
  isNew?: boolean
}

function Mark({ mark }: { mark: ReturnType<typeof useMark> }) {
  const { on, count, icon, label, toggle } = mark
  return (
    <View
      className={`post-card__action${on ? ' post-card__action--on' : ''}`}
      {...tappable(label)}
      {...ariaState({ pressed: on })}
      onClick={toggle}
    >
      <Icon name={icon} size={20} filled={on} />
      {count}
    </View>
  )
}

/** A post in a list. Its words lead to it; heart and star act in place. */
export function PostCard({ post, now, rank, onTop = false, isNew = false }: PostCardProps) {
  const liking = useMark(like, post)
  const keeping = useMark(favourite, post)
  const open = () => openPage('forum/post', { postId: post.postId })
  return (
    <Card className="post-card">
      {rank === undefined ? null : <HeatRank post={post} rank={rank} />}
      <View {...tappable(undefined, 'link')} onClick={open}>
        <Byline author={post.author} when={sayAgo(post.postedAt, now)} />
        <PostBadges post={post} onTop={onTop} isNew={isNew} />
        <View className="post-card__title">{post.title}</View>
        <View className="t16 clamp-3">
          <PostText post={post} />
        </View>
      </View>
      <PostPictures post={post} clipped />
      {post.poll ? <PollStrip poll={post.poll} now={now} onTap={open} /> : null}
      {post.card ? (
        <View className="mt-12">
          <AttachedCard card={post.card} now={now} />
        </View>
      ) : null}
      <View className="post-card__actions">
        <Mark mark={liking} />
        <View className="post-card__action" {...tappable(`${post.comments} 条评论`)} onClick={open}>
          <Icon name="say" size={20} />
          {post.comments}
        </View>
        <Mark mark={keeping} />
        <View className="post-card__board">{post.boardName}</View>
      </View>
    </Card>
  )
}
