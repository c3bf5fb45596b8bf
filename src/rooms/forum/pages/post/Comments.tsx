import type { CommentSort } from '@domain/forum/conversation'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { tappable } from '@/ui/a11y/tappable'
import { readDevice } from '@/ui/device/device'
import { Icon } from '@/ui/icon/Icon'
import { ListEnd } from '@/ui/listEnd/ListEnd'
import { SectionHeader } from '@/ui/section/SectionHeader'
import type { Comment, Post } from '../../post'
import { CommentActions } from './CommentActions'
import type { ThreadShown } from './conversation'
import { ThreadRow } from './ThreadRow'
import type { Conversation } from './useConversation'
import type { useThreads } from './useThreads'
import './post.scss'

interface CommentsProps {
  post: Post
  canModerate: boolean
  conversation: Conversation
  listed: ReturnType<typeof useThreads>
  onAnswer: ((comment: Comment) => void) | undefined
  now: number
  /** The comment that the reader comes for. */
  aimedId?: string | undefined
}

/** Where the conversation begins; a page scrolls here, and asks how far above the reader it is. */
export const COMMENTS_ID = 'comments'

const sortNames: Record<CommentSort, string> = { best: '最热', newest: '最新' }
const otherSort: Record<CommentSort, CommentSort> = { best: 'newest', newest: 'best' }

function Sort({ sort, onSort }: { sort: CommentSort; onSort: (sort: CommentSort) => void }) {
  const other = otherSort[sort]
  return (
    <View
      className="comments__sort"
      {...tappable(`现在按${sortNames[sort]}排，换成${sortNames[other]}`)}
      onClick={() => onSort(other)}
    >
      {sortNames[sort]}
      <Icon name="swap" size={16} />
    </View>
  )
}

/** Brings a comment into view once it is there. */
function useScrollTo(commentId: string | undefined) {
  useEffect(() => {
    if (!commentId) return
    const { statusBarPx, navPx } = readDevice()
    // The bars lie over the top of the page: the comment has its place below them.
    void Taro.pageScrollTo({
      selector: `#comment-${commentId}`,
      offsetTop: -(statusBarPx + navPx),
      duration: 220,
    })
  }, [commentId])
}

const holds = ({ comment, replies }: ThreadShown, commentId: string | undefined) =>
  [comment, ...replies].some(shown => shown.commentId === commentId)

export function Comments(props: CommentsProps) {
  const { post, canModerate, conversation, listed, onAnswer, now, aimedId } = props
  const [chosen, setChosen] = useState<Comment>()
  const { threads, since, writtenId } = conversation
  useScrollTo(threads.some(thread => holds(thread, aimedId)) ? aimedId : undefined)
  useScrollTo(writtenId)
  const deeds = {
    like: conversation.like,
    onAnswer,
    onMore: setChosen,
  }
  return (
    <View className="comments" id={COMMENTS_ID}>
      <SectionHeader
        title={`评论 ${post.comments}`}
        {...(threads.length > 1 ? { more: <Sort sort={listed.sort} onSort={listed.setSort} /> } : {})}
      />
      {threads.length === 0 ? <View className="comments__none">还没有人评论，说一句吧</View> : null}
      {threads.map(thread => (
        <ThreadRow
          key={thread.comment.commentId}
          postId={post.postId}
          thread={thread}
          since={since}
          now={now}
          hostId={post.author.employeeId}
          deeds={deeds}
          aimedId={aimedId}
        />
      ))}
      {threads.length > 0 ? <ListEnd of={listed.end} words="评论就到这里" /> : null}
      <CommentActions
        comment={chosen}
        canModerate={canModerate}
        onHide={conversation.hide}
        onClose={() => setChosen(undefined)}
      />
    </View>
  )
}
