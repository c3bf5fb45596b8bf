import { View } from '@tarojs/components'
import { openPage } from '@/rooms/open'
import { ariaState } from '@/ui/a11y/ariaState'
import { tappable } from '@/ui/a11y/tappable'
import { Card } from '@/ui/card/Card'
import { Icon } from '@/ui/icon/Icon'
import { type Post, sayAgo } from '../post'
import { useLike } from '../useLike'
import { Byline } from './Byline'
import { PostPictures } from './PostPictures'
import { PostText } from './PostText'
import './postCard.scss'

/** A post in a list. Its words lead to it; the heart acts in place. */
export function PostCard({ post, now }: { post: Post; now: number }) {
  const like = useLike(post)
  const open = () => openPage('forum/post', { postId: post.postId })
  return (
    <Card className="post-card">
      <View {...tappable(undefined, 'link')} onClick={open}>
        <Byline author={post.author} when={sayAgo(post.postedAt, now)} />
        <View className="post-card__title">{post.title}</View>
        <View className="t16 clamp-3">
          <PostText post={post} />
        </View>
      </View>
      <PostPictures post={post} clipped />
      <View className="post-card__actions">
        <View
          className={`post-card__action${post.liked ? ' post-card__action--on' : ''}`}
          {...tappable(like.label)}
          {...ariaState({ pressed: post.liked })}
          onClick={like.toggle}
        >
          <Icon name="heart" size={20} filled={post.liked} />
          {post.likes}
        </View>
        <View className="post-card__action" {...tappable(`${post.comments} 条评论`)} onClick={open}>
          <Icon name="say" size={20} />
          {post.comments}
        </View>
        <View className="post-card__board">{post.boardName}</View>
      </View>
    </Card>
  )
}
