import { useQueryClient } from '@tanstack/react-query'
import { api, useCommand } from '@/api'
import type { Post } from './post'
import { changePost } from './postCache'

/** The heart: filled at the tap, corrected by the answer, taken back by a failure. */
export function useLike({ postId, liked, likes }: Pick<Post, 'postId' | 'liked' | 'likes'>) {
  const client = useQueryClient()
  const command = useCommand(api.forum.likePost, {
    optimistic: input =>
      changePost(client, postId, post => ({
        ...post,
        liked: input.liked,
        likes: post.likes + Number(input.liked) - Number(post.liked),
      })),
    onDone: answer => void changePost(client, postId, post => ({ ...post, ...answer })),
  })
  return {
    label: liked ? `取消赞，现在 ${likes} 个赞` : `赞，现在 ${likes} 个赞`,
    toggle: () => void command.run({ postId, liked: !liked }),
  }
}
