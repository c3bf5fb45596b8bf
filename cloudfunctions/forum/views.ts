import { isImageVisible, isUndecided } from '@domain/forum/images'
import type { Comment, Post } from '@domain/forum/views'
import { isOwnOf, type Voice } from '@domain/forum/voices'
import type { Author } from '@domain/kernel/schema'
import type { Instant } from '@domain/kernel/time'
import type { Employee } from '@platform/context'
import type * as z from 'zod'
import { listBoards } from './boards'
import { type Cards, cardIn, listedCardsOf } from './cards'
import { withoutLeavers } from './leavers'
import { isSeenBy, type Reader } from './livePublications'
import { commentLike, isMarked, postFavourite, postLike } from './marks'
import { pollView } from './polls'
import { saidUnder } from './ranks'
import type { CommentDocument, PostDocument, StoredImage } from './store'
import { shownAuthor } from './voices'

/** Who wrote it, as a publication keeps it, and as what. */
export function authorOf(
  { id, name, site, department }: Employee,
  voice: Voice | undefined,
): Pick<PostDocument, 'author' | 'voice'> {
  const author = { employeeId: id, name, site, department, official: voice !== undefined }
  return voice ? { author, voice } : { author }
}

/** Posts as one reader sees them. */
export async function postViews(
  found: readonly PostDocument[],
  reader: Reader,
  now: Instant,
): Promise<z.output<typeof Post>[]> {
  const [boards, shown, cards] = await Promise.all([
    listBoards(),
    withoutLeavers(found),
    listedCardsOf(found),
  ])
  const names = new Map(boards.map(board => [board.boardId, board.name]))
  return shown.map(post => postView(post, { reader, now, boardName: names.get(post.boardId) ?? '', cards }))
}

/** What a post's view depends on besides the post. */
interface Sight {
  reader: Reader
  now: Instant
  boardName: string
  cards: Cards
}

export function postView(
  post: PostDocument,
  { reader, now, boardName, cards }: Sight,
): z.output<typeof Post> {
  const readerId = reader.id
  const { _id, boardId, title, body, likes, favourites, postedAt, editedAt } = post
  const mine = isOwnOf(post, reader)
  return {
    postId: _id,
    boardId,
    boardName,
    author: placed(post),
    title,
    body,
    topics: post.topics,
    mentions: post.mentions,
    poll: post.poll ? pollView(post.poll, readerId, now) : null,
    card: cardIn(cards, post.card),
    images: post.images.flatMap(image => imageView(image, mine)),
    refusedPictures: mine ? post.images.filter(({ state }) => state === 'blocked').length : 0,
    likes,
    comments: saidUnder(post),
    liked: isMarked(post, postLike, readerId),
    favourites,
    favourited: isMarked(post, postFavourite, readerId),
    featured: post.featuredKey !== '',
    pinned: post.pinnedAt !== null,
    mine,
    hidden: post.state === 'hidden',
    postedAt,
    editedAt,
  }
}

/** Its author where the post is from; an account is everywhere, and who has left is nowhere any more. */
function placed(post: PostDocument): z.output<typeof Author> {
  const author = shownAuthor(post)
  return post.site && author.site ? { ...author, site: post.site } : author
}

function imageView({ fileId, state, width, height }: StoredImage, mine: boolean) {
  // The second half says to the compiler what the rule means: a blocked picture is shown to nobody.
  if (!isImageVisible(state, mine) || state === 'blocked') return []
  // Its author need not know that somebody has to look.
  return [{ fileId, state: isUndecided(state) ? ('checking' as const) : state, width, height }]
}

/** Stands for whoever wrote what the reader does not see. */
const nobody = { employeeId: '', name: '', site: '', department: '', official: false }

export function commentView(comment: CommentDocument, reader: Reader): z.output<typeof Comment> {
  const { _id, parentId, answers, body, mentions = [], state, likes, postedAt } = comment
  const gone = !isSeenBy(comment, reader)
  return {
    commentId: _id,
    parentId,
    answers: answers && { commentId: answers.commentId, name: answers.name },
    author: gone ? nobody : shownAuthor(comment),
    body: gone ? '' : body,
    mentions: gone ? [] : mentions,
    likes,
    liked: isMarked(comment, commentLike, reader.id),
    replies: saidUnder(comment),
    mine: !gone && isOwnOf(comment, reader),
    hidden: !gone && state === 'hidden',
    gone,
    postedAt,
  }
}
