import { useQueryClient } from '@tanstack/react-query'
import { api, type Input, type Output, useCommand } from '@/api'
import type { IconName } from '@/ui/icon/Icon'
import type { Post } from './post'
import { changePost } from './postCache'

type MarkReference = typeof api.forum.likePost | typeof api.forum.favouritePost

/** What a reader leaves on a post, as the hook needs to know it. */
interface Mark<R extends MarkReference> {
  reference: R
  icon: IconName
  isOn: (post: Post) => boolean
  countOf: (post: Post) => number
  inputOf: (postId: string, on: boolean) => Input<R>
  /** The part of a post that an answer, or the guess before it, changes. */
  partOf: (on: boolean, count: number) => Partial<Post>
  readAnswer: (answer: Output<R>) => Partial<Post>
  label: (on: boolean, count: number) => string
}

export const like: Mark<typeof api.forum.likePost> = {
  reference: api.forum.likePost,
  icon: 'heart',
  isOn: post => post.liked,
  countOf: post => post.likes,
  inputOf: (postId, liked) => ({ postId, liked }),
  partOf: (liked, likes) => ({ liked, likes }),
  readAnswer: answer => answer,
  label: (on, likes) => `${on ? '取消赞' : '赞'}，现在 ${likes} 个赞`,
}

export const favourite: Mark<typeof api.forum.favouritePost> = {
  reference: api.forum.favouritePost,
  icon: 'star',
  isOn: post => post.favourited,
  countOf: post => post.favourites,
  inputOf: (postId, favourited) => ({ postId, favourited }),
  partOf: (favourited, favourites) => ({ favourited, favourites }),
  readAnswer: answer => answer,
  label: (on, favourites) => `${on ? '取消收藏' : '收藏'}，现在 ${favourites} 次收藏`,
}

/** A heart or a star: filled at the tap, corrected by the answer, taken back by a failure. */
export function useMark<R extends MarkReference>(mark: Mark<R>, post: Post) {
  const client = useQueryClient()
  const { postId } = post
  const on = mark.isOn(post)
  const count = mark.countOf(post)
  const command = useCommand(mark.reference, {
    optimistic: () =>
      changePost(client, postId, shown => ({
        ...shown,
        ...mark.partOf(!on, mark.countOf(shown) + Number(!on) - Number(mark.isOn(shown))),
      })),
    onDone: answer => void changePost(client, postId, shown => ({ ...shown, ...mark.readAnswer(answer) })),
    // A list of what is kept is another one now.
    outdates:
      mark.reference.procedure === api.forum.favouritePost.procedure ? [api.forum.listFavourites] : [],
  })
  return {
    on,
    count,
    icon: mark.icon,
    label: mark.label(on, count),
    toggle: () => void command.run(mark.inputOf(postId, !on)),
  }
}
