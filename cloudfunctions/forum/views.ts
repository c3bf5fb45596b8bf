import type { Comment, Post } from '@domain/forum/contract'
import { isImageVisible } from '@domain/forum/images'
import type { Author } from '@domain/kernel/schema'
import { _ } from '@platform/cloud'
import type { Employee } from '@platform/context'
import type { z } from 'zod'
import { listBoards } from './boards'
import { type CommentDocument, likeId, likes, type PostDocument, type StoredImage } from './store'

/** An author as a publication keeps them. The badge is that of a voice of the company; a colleague who moderates has none. */
export function authorOf({ id, name, site, department, grants }: Employee): z.output<typeof Author> {
  return { employeeId: id, name, site, department, official: grants.some(({ role }) => role === 'official') }
}

/** Posts as one reader sees them: one request for the reader's likes, none when there is no post. */
export async function postViews(
  found: readonly PostDocument[],
  readerId: string,
): Promise<z.output<typeof Post>[]> {
  const [boards, liked] = await Promise.all([
    listBoards(),
    likedBy(
      readerId,
      found.map(post => post._id),
    ),
  ])
  const names = new Map(boards.map(board => [board.boardId, board.name]))
  return found.map(post => postView(post, readerId, names.get(post.boardId) ?? '', liked.has(post._id)))
}

/** Which of these posts the reader likes. */
async function likedBy(readerId: string, postIds: readonly string[]): Promise<Set<string>> {
  if (postIds.length === 0) return new Set()
  const ids = postIds.map(postId => likeId(postId, readerId))
  const found = await likes.find({ where: { _id: _.in(ids) }, limit: ids.length, fields: ['postId'] })
  return new Set(found.map(like => like.postId))
}

export function postView(
  post: PostDocument,
  readerId: string,
  boardName: string,
  liked: boolean,
): z.output<typeof Post> {
  const { _id, boardId, author, title, body, likes: likeCount, comments, postedAt } = post
  const mine = author.employeeId === readerId
  return {
    postId: _id,
    boardId,
    boardName,
    author,
    title,
    body,
    images: post.images.flatMap(image => imageView(image, mine)),
    likes: likeCount,
    comments,
    liked,
    mine,
    postedAt,
  }
}

function imageView({ fileId, state, width, height }: StoredImage, mine: boolean) {
  // The second half says to the compiler what the rule means: a blocked picture is shown to nobody.
  if (!isImageVisible(state, mine) || state === 'blocked') return []
  return [{ fileId, state, width, height }]
}

export function commentView(comment: CommentDocument, readerId: string): z.output<typeof Comment> {
  const { _id, author, body, postedAt } = comment
  return { commentId: _id, author, body, mine: author.employeeId === readerId, postedAt }
}
