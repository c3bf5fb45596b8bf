import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, usePagesOf } from '@/api'
import { tappable } from '@/ui/a11y/tappable'
import { type CommentDeeds, CommentGone, CommentRow } from './CommentRow'
import { repliesOf, type Since, type ThreadShown } from './conversation'

interface ThreadRowProps {
  postId: string
  thread: ThreadShown
  since: Since
  now: number
  hostId: string
  deeds: CommentDeeds
  /** The comment that the reader comes for. */
  aimedId?: string | undefined
}

/** The replies after the first ones, asked for when the reader wants them. */
function useMoreReplies(postId: string, { comment, replies }: ThreadShown, since: Since) {
  const [wanted, setWanted] = useState(false)
  const pages = usePagesOf(
    api.forum.listReplies,
    { postId, commentId: comment.commentId },
    { enabled: wanted, staleMs: 0, kept: false },
  )
  const listed = pages.data?.pages.flatMap(page => page.replies) ?? []
  const shown = repliesOf([...replies, ...listed], since)
  const isAll = pages.data !== undefined && !pages.hasNextPage
  return {
    shown,
    left: isAll ? 0 : Math.max(0, comment.replies - shown.length),
    loading: pages.isFetching,
    failed: pages.isError,
    ask: () => {
      if (!wanted) setWanted(true)
      else void (pages.data ? pages.fetchNextPage() : pages.refetch())
    },
  }
}

function sayMore({
  left,
  loading,
  failed,
}: Pick<ReturnType<typeof useMoreReplies>, 'left' | 'loading' | 'failed'>) {
  if (loading) return '正在展开…'
  return failed ? '没能展开，再试一次' : `展开 ${left} 条回复`
}

/** A comment of the first level and what was answered to it. */
export function ThreadRow({ postId, thread, since, now, hostId, deeds, aimedId }: ThreadRowProps) {
  const more = useMoreReplies(postId, thread, since)
  const { comment } = thread
  const row = { now, hostId, deeds }
  return (
    <View className="thread">
      {comment.gone ? (
        <CommentGone />
      ) : (
        <CommentRow {...row} comment={comment} aimed={comment.commentId === aimedId} />
      )}
      {more.shown.map(reply => (
        <CommentRow
          {...row}
          key={reply.commentId}
          comment={reply}
          reply
          aimed={reply.commentId === aimedId}
        />
      ))}
      {more.left > 0 ? (
        <View className="thread__more" {...tappable()} onClick={more.ask}>
          {sayMore(more)}
        </View>
      ) : null}
    </View>
  )
}
