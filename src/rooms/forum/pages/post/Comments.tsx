import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { useHeldIds } from '@/api'
import { ListEnd } from '@/ui/listEnd/ListEnd'
import { SectionHeader } from '@/ui/section/SectionHeader'
import type { Comment, Post } from '../../post'
import { CommentActions } from './CommentActions'
import { CommentRow } from './CommentRow'

interface CommentsProps {
  post: Post
  canModerate: boolean
  /** What I have just written, oldest first: at the end, where it stands when the page is opened again. */
  written: readonly Comment[]
  /** Oldest first. */
  comments: readonly Comment[]
  later: { more: boolean; loading: boolean; failed: boolean; retry: () => Promise<unknown> }
  now: number
}

export function Comments({ post, canModerate, written, comments, later, now }: CommentsProps) {
  useEffect(() => {
    const last = written.at(-1)
    if (last) void Taro.pageScrollTo({ selector: `#comment-${last.commentId}`, duration: 200 })
  }, [written])
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set())
  const [chosen, setChosen] = useState<Comment>()
  const shown = new Map([...comments, ...written].map(comment => [comment.commentId, comment]))
  const held = useHeldIds()
  const rows = [...shown.values()].filter(({ commentId }) => !hidden.has(commentId) && !held.has(commentId))
  const hide = (commentId: string, isHidden: boolean) =>
    setHidden(before => {
      const after = new Set(before)
      if (isHidden) after.add(commentId)
      else after.delete(commentId)
      return after
    })
  return (
    <View className="comments">
      <SectionHeader title={`评论 ${post.comments}`} />
      {rows.length === 0 ? <View className="comments__none">还没有人评论，说一句吧</View> : null}
      {rows.map(comment => (
        <CommentRow key={comment.commentId} comment={comment} now={now} onMore={() => setChosen(comment)} />
      ))}
      {rows.length > 0 ? (
        <ListEnd
          more={later.more}
          loading={later.loading}
          failed={later.failed}
          onRetry={() => void later.retry()}
          words="评论就到这里"
        />
      ) : null}
      <CommentActions
        post={post}
        comment={chosen}
        canModerate={canModerate}
        onHide={hide}
        onClose={() => setChosen(undefined)}
      />
    </View>
  )
}
