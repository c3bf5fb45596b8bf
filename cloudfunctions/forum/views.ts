import type { Comment, Post } from '@domain/forum/contract'
import { isImageVisible, isUndecided } from '@domain/forum/images'
import type { Author } from '@domain/kernel/schema'
import type { Employee } from '@platform/context'
import type { z } from 'zod'
import { listBoards } from './boards'
import { commentsOf } from './counting'
import { withoutLeavers } from './leavers'
import { isMarked } from './marks'
import type { CommentDocument, PostDocument, StoredImage } from './store'

/** An author as a publication keeps them. The badge is that of a voice of the company; a colleague who moderates has none. */
export function authorOf({ id, name, site, department, grants }: Employee): z.output<typeof Author> {
  return { employeeId: id, name, site, department, official: grants.some(({ role }) => role === 'official') }
}

/** Posts as one reader sees them. */
export async function postViews(
  found: readonly PostDocument[],
  readerId: string,
): Promise<z.output<typeof Post>[]> {
  const [boards, shown] = await Promise.all([listBoards(), withoutLeavers(found)])
  const names = new Map(boards.map(board => [board.boardId, board.name]))
  return shown.map(post => postView(post, readerId, names.get(post.boardId) ?? ''))
}

export function postView(post: PostDocument, readerId: string, boardName: string): z.output<typeof Post> {
  const { _id, boardId, author, title, body, likes, favourites, postedAt } = post
  const mine = author.employeeId === readerId
  return {
    postId: _id,
    boardId,
    boardName,
    author,
    title,
    body,
    images: post.images.flatMap(image => imageView(image, mine)),
    likes,
    comments: commentsOf(post),
    liked: isMarked(post, 'like', readerId),
    favourites,
    favourited: isMarked(post, 'favourite', readerId),
    mine,
    hidden: post.state === 'hidden',
    postedAt,
  }
}

function imageView({ fileId, state, width, height }: StoredImage, mine: boolean) {
  // The second half says to the compiler what the rule means: a blocked picture is shown to nobody.
  if (!isImageVisible(state, mine) || state === 'blocked') return []
  // Its author need not know that somebody has to look.
  return [{ fileId, state: isUndecided(state) ? ('checking' as const) : state, width, height }]
}

export function commentView(comment: CommentDocument, readerId: string): z.output<typeof Comment> {
  const { _id, author, body, state, postedAt } = comment
  const mine = author.employeeId === readerId
  return { commentId: _id, author, body, mine, hidden: state === 'hidden', postedAt }
}
