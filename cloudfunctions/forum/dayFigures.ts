import { cameAt } from '@domain/forum/reviewAge'
import type { Day } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { decidedIn } from '@platform/decidedOn'
import { idsOn } from '@platform/span'
import { type CommentDocument, comments, type PostDocument, posts, reviews } from './store'

type Made = Pick<PostDocument, '_id' | 'author' | 'state' | 'voice'>

/** What was published on a day and still stands, for the figures; who wrote it comes along and goes no further. */
export async function publishedOn(on: Day) {
  const [postsMade, commentsMade] = await Promise.all([
    madeOn<PostDocument>(posts, on, ['author', 'state', 'voice', 'topics']),
    madeOn<CommentDocument>(comments, on, ['author', 'state', 'voice']),
  ])
  const own = postsMade.filter(isOwn)
  return {
    posts: own.length,
    postsPublished: postsMade.length,
    comments: commentsMade.filter(isOwn).length,
    authors: own.map(({ author }) => author.employeeId),
    topics: own.flatMap(({ topics }) => topics.map(({ name }) => name)),
  }
}

const isOwn = ({ state, voice }: Pick<Made, 'state' | 'voice'>) => state === 'live' && voice === undefined

const BLOCK = 1_000

async function madeOn<T extends Made>(
  from: typeof posts | typeof comments,
  on: Day,
  fields: readonly (keyof T & string)[],
): Promise<T[]> {
  const all: T[] = []
  for (;;) {
    const last = all.at(-1)
    const where = { _id: last ? idsOn(on).and(_.gt(last._id)) : idsOn(on) }
    const find = { where, orderBy: [['_id', 'asc']] as const, limit: BLOCK, fields: fields as never }
    const block = (await from.find(find)) as unknown as T[]
    all.push(...block)
    if (block.length < BLOCK) return all
  }
}

/** What moderators decided on a day, and the appeals that they answered. Two requests at once. */
export async function reviewsDecidedOn(on: Day) {
  const decided = await Promise.all([
    decidedIn(reviews, on, {
      at: 'decision.at',
      fields: ['decision', 'trail'],
      since: cameAt,
      until: ({ decision }) => decision?.at,
    }),
    decidedIn(reviews, on, {
      at: 'appeal.answer.at',
      fields: ['appeal'],
      since: ({ appeal }) => appeal?.at ?? null,
      until: ({ appeal }) => appeal?.answer?.at,
    }),
  ])
  return decided.flat()
}
