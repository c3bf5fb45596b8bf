import { useState } from 'react'
import { api, useQueryOf } from '@/api'
import { useConversation } from './pages/post/useConversation'
import { useNews } from './pages/post/useNews'
import { useReading } from './pages/post/useReading'
import { useThreads } from './pages/post/useThreads'
import type { Comment } from './post'

interface TalkOptions {
  /** False while nobody has come to it yet: it is not asked for. */
  enabled?: boolean
  /** The comment that the reader comes for. */
  aimedId?: string | undefined
}

export type TalkOfPost = ReturnType<typeof useTalk>

/** A post with its conversation, which goes on by itself while it is looked at, and the comment that is answered in it. */
export function useTalk(postId: string, { enabled = true, aimedId }: TalkOptions = {}) {
  const query = useQueryOf(
    api.forum.openPost,
    { postId, ...(aimedId === undefined ? {} : { commentId: aimedId }) },
    { enabled },
  )
  const [answering, setAnswering] = useState<Comment>()
  const listed = useThreads(postId, query.data)
  const openedAt = query.data?.now
  const conversation = useConversation(postId, openedAt ?? 0, listed.threads)
  const reading = useReading()
  const refresh = async () => {
    await Promise.all([query.refetch(), listed.refresh()])
  }
  useNews({
    postId,
    openedAt,
    onNews: async news => {
      // Only an author sees a picture that is still in the check, and nobody tells them what became of it.
      if (query.data?.post.images.some(({ state }) => state === 'checking')) void query.refetch()
      return conversation.hear(news, await reading.isAway())
    },
    onStale: () => void refresh(),
  })
  const showHeld = () => {
    conversation.release()
    void reading.toComments()
  }
  return { query, listed, conversation, showHeld, refresh, answering, setAnswering, aimedId }
}
