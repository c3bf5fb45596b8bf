import { createHash } from 'node:crypto'
import { type Saying, saidMax, tooSoon } from '@domain/forum/pace'
import { Refusal } from '@domain/kernel/errors'
import { _ } from '@platform/cloud'
import type { EmployeeContext } from '@platform/context'
import { type CommentDocument, comments, posts } from './store'

/** What stands for the words in a document, so that comparing them reads no text. */
export function hashOfWords(words: string): string {
  return createHash('sha256').update(words).digest('base64url')
}

/** Ids are ULIDs. What stands beside a thing of another room is named by it, "article.…", and sorts from here on. */
const BESIDE = 'a'

/** What the caller said last, taken back or not; what stands beside a thing of another room nobody has said. */
export function saidAlong(saying: Saying) {
  const last = {
    where: { _id: _.lt(BESIDE) },
    ofCaller: 'author.employeeId',
    orderBy: [['_id', 'desc']],
    limit: saidMax(saying),
    fields: ['postedAt', 'wordsHash'],
  } as const
  return saying === 'post' ? posts.along(last) : comments.along(last)
}

/**
 * Refuses what comes too soon after what the caller said before. What is under way at the same moment is not seen.
 *
 * @param said what `saidAlong` has read
 * @param id of what is to be published: a retry may find it there already
 * @throws Refusal FORUM_TOO_FAST, FORUM_REPEATED, with the time from which it would be taken
 */
export function assertInPace(
  { employee, now }: EmployeeContext,
  saying: Saying,
  said: readonly Pick<CommentDocument, '_id' | 'postedAt' | 'wordsHash'>[],
  { id, wordsHash }: { id: string; wordsHash: string },
): void {
  const earlier = said
    .filter(({ _id }) => _id !== id)
    .map(one => ({ at: one.postedAt, words: one.wordsHash }))
  const { registeredAt } = employee
  const refused = tooSoon({ saying, at: now, words: wordsHash, registeredAt, earlier })
  if (refused) throw new Refusal(refused.code, undefined, refused.againAt)
}

/**
 * Refuses whoever moderators have muted. No request: who calls is known with until when.
 * @throws Refusal FORUM_MUTED, with the time from which they may publish again
 */
export function assertMayTalk({ employee, now }: Pick<EmployeeContext, 'employee' | 'now'>): void {
  const { mutedUntil } = employee
  if (mutedUntil !== null && now < mutedUntil) throw new Refusal('FORUM_MUTED', undefined, mutedUntil)
}
