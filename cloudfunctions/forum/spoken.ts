import type { Instant } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { withoutLeavers } from './leavers'
import { saidUnder } from './ranks'
import { asSpoken } from './sights'
import { type CommentDocument, comments, type PostDocument, posts } from './store'
import { shownAuthor } from './voices'

/*
 * What is said beside a thing of another room, for a page that follows it as it is said: one line after the other,
 * whatever answers what, and for everybody the same.
 */

type Counted = Pick<PostDocument, '_id' | 'written' | 'withdrawn'>

/** How much was said, for a screen that reads it along. */
export function talkAlong(talkId: string) {
  return posts.along({ where: { _id: talkId }, limit: 1, fields: ['_id', 'written', 'withdrawn'] })
}

/** How much stands of what was said. */
export function saidIn([talk]: readonly Counted[]): number {
  return talk ? saidUnder(talk) : 0
}

const spokenFields = [
  '_id',
  'author',
  'voice',
  'body',
  'likes',
  'state',
  'postedAt',
  'changedAt',
] as const satisfies readonly (keyof CommentDocument)[]
type Spoken = Pick<CommentDocument, (typeof spokenFields)[number]>

/** What was said or taken back last, for a screen that reads it along. */
export function spokenAlong(talkId: string, limit: number) {
  return comments.along({
    where: { postId: talkId },
    orderBy: [['changedAt', 'desc']],
    limit,
    fields: spokenFields,
  })
}

/** The same for a page that also shows what its reader likes. */
export function spokenMineAlong(talkId: string, limit: number) {
  return comments.along({
    where: { postId: talkId },
    orderBy: [['changedAt', 'desc']],
    limit,
    sight: asSpoken,
  })
}

/** Which of those that were read so the reader likes. */
export function likedIn(found: readonly Pick<CommentDocument, '_id' | 'likers'>[]): string[] {
  return found.filter(({ likers = [] }) => likers.length > 0).map(({ _id }) => _id)
}

interface Said {
  messageId: string
  /** Empty for an account and for somebody who has left. */
  employeeId: string
  name: string
  official: boolean
  body: string
  likes: number
  at: Instant
  changedAt: Instant
}

/** What was read along: what stands, the newest first, and the ids of what does not. Mostly no request. */
export async function spokenFrom(
  found: readonly Spoken[],
): Promise<{ said: Said[]; gone: { messageId: string; changedAt: Instant }[] }> {
  const standing = await withoutLeavers(found.filter(({ state }) => state === 'live'))
  return {
    said: standing.map(saidView).sort((a, b) => (a.messageId < b.messageId ? 1 : -1)),
    gone: found
      .filter(({ state }) => state !== 'live')
      .map(({ _id, changedAt }) => ({ messageId: _id, changedAt })),
  }
}

function saidView(spoken: Spoken): Said {
  const { employeeId, name, official } = shownAuthor(spoken)
  const { _id, body, likes, postedAt, changedAt } = spoken
  return { messageId: _id, employeeId, name, official, body, likes, at: postedAt, changedAt }
}

/** One thing that was said there and stands; null: it does not. One request. */
export async function saidThere(
  talkId: string,
  commentId: string,
): Promise<{ name: string; body: string } | null> {
  const comment = await comments.get(commentId)
  if (comment?.postId !== talkId || comment.state !== 'live') return null
  return { name: shownAuthor(comment).name, body: comment.body }
}

/** Whether a colleague has said something there that stands, for themselves. One request. */
export async function hasSpoken(talkId: string, employeeId: string): Promise<boolean> {
  const found = await comments.find({
    where: { 'author.employeeId': employeeId, state: 'live', postId: talkId },
    limit: 1,
    fields: ['_id'],
  })
  return found.length > 0
}

const BLOCK = 1_000

/** Everybody who has said something there that stands. One request for a thousand messages. */
export async function speakersIn(talkId: string): Promise<Set<string>> {
  const speakers = new Set<string>()
  let after = ''
  for (;;) {
    const block = await comments.find({
      where: { postId: talkId, state: 'live', _id: _.gt(after) },
      orderBy: [['_id', 'asc']],
      limit: BLOCK,
      fields: ['_id', 'author', 'voice'],
    })
    for (const { author, voice } of block) if (!voice) speakers.add(author.employeeId)
    after = block.at(-1)?._id ?? ''
    if (block.length < BLOCK) return speakers
  }
}
