import type { Person } from '@domain/kernel/schema'
import type { Instant } from '@domain/kernel/time'
import type { Transaction } from '@platform/transaction'
import type * as z from 'zod'
import { listBoards } from './boards'
import { freshPost } from './freshPost'
import { saidUnder } from './ranks'
import { type Beside, type PostDocument, posts } from './store'
import { reviewAnew } from './subjects'

/*
 * What stands beside a thing of another room: a post that no list shows, under which people talk as under any other,
 * and what is said there is liked, reported and moderated as anywhere. It is seen when and by whom the thing itself is, and
 * what else may be done to it says `isOpenTo`.
 */

interface Talk {
  /** The post's id, named by the room that owns the thing. */
  talkId: string
  title: string
  words: string
  /** Who hears of what is said. */
  author: z.output<typeof Person>
  at: Instant
  beside: Beside
}

/**
 * Opens a conversation, or opens it again with all that was said; inside the caller's transaction. What moderators have
 * removed stays so until one of them gives it back. Two requests, two more where it says something else now.
 */
export async function openTalk(
  tx: Transaction,
  { talkId, title, words, author, at, beside }: Talk,
): Promise<void> {
  const before = await posts.in(tx).get(talkId)
  if (before) {
    const again = before.state === 'removed' ? {} : { state: 'beside' as const, withdrawal: null }
    await posts.in(tx).update(talkId, { title, body: words, beside, closed: false, ...again })
    await reviewWords(tx, before, { title, words, at })
    return
  }
  const fresh = freshPost({
    _id: talkId,
    boardId: '',
    author: { ...author, official: false },
    title,
    body: words,
    images: [],
    topics: [],
    topicIds: [],
    mentions: [],
    poll: null,
    card: null,
    postedAt: at,
    changedAt: at,
  })
  await posts.in(tx).insert({ ...fresh, state: 'beside', beside })
}

/**
 * What is talked about is called otherwise now, or shown at another time; inside the caller's transaction. Two requests,
 * two more where it says something else now.
 */
export async function wordTalk(
  tx: Transaction,
  { talkId, title, words, beside, at }: Pick<Talk, 'talkId' | 'title' | 'words' | 'beside' | 'at'>,
): Promise<void> {
  const before = await posts.in(tx).get(talkId)
  await posts.in(tx).update(talkId, { title, body: words, beside })
  if (before) await reviewWords(tx, before, { title, words, at })
}

/** Moderators decide on what stands now. */
async function reviewWords(
  tx: Transaction,
  before: PostDocument,
  { title, words, at }: Pick<Talk, 'title' | 'words' | 'at'>,
): Promise<void> {
  if (before.title === title && before.body === words) return
  await reviewAnew(tx, { _id: before._id, title, body: words, poll: null }, at)
}

/** Closes a conversation with what it is about: nobody sees it until it is opened again. Two requests. */
export async function closeTalk(tx: Transaction, talkId: string): Promise<void> {
  const talk = await posts.in(tx).get(talkId)
  if (!talk) return
  const gone = talk.state === 'removed' ? {} : { state: 'deleted' as const }
  await posts.in(tx).update(talkId, { closed: true, ...gone })
}

const HOT_MAX = 5
type Hot = Pick<PostDocument, '_id' | 'title' | 'boardId' | 'likes' | 'written' | 'withdrawn'>

/** The hottest posts by their titles, for a screen that reads them along. */
export function hotAlong() {
  return posts.along({
    where: { state: 'live' },
    orderBy: [['heatKey', 'desc']],
    limit: HOT_MAX,
    fields: ['_id', 'title', 'boardId', 'likes', 'written', 'withdrawn'],
  })
}

/** What was read along, with the boards' names: no request, one a minute. */
export async function hotFrom(found: readonly Hot[]) {
  const names = new Map((await listBoards()).map(({ boardId, name }) => [boardId, name]))
  return found.map(post => ({
    postId: post._id,
    title: post.title,
    boardName: names.get(post.boardId) ?? '',
    likes: post.likes,
    comments: saidUnder(post),
  }))
}
