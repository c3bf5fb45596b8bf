import { api, useCommand } from '@/api'
import type { Comment } from '../../post'
import type { Conversation } from './useConversation'

/** The heart of a comment: filled at the tap, corrected by the answer, taken back by a failure. */
export function useCommentLike({ commentId, likes, liked, author }: Comment, like: Conversation['like']) {
  const command = useCommand(api.forum.likeComment, {
    optimistic: () => {
      like(commentId, likes + (liked ? -1 : 1), !liked)
      return () => like(commentId, likes, liked)
    },
    onDone: answer => like(commentId, answer.likes, answer.liked),
  })
  return {
    label: `${liked ? '取消赞' : '赞'}${author.name}的评论，现在 ${likes} 个赞`,
    toggle: () => void command.run({ commentId, liked: !liked }),
  }
}
