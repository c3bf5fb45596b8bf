import { createHash } from 'node:crypto'
import { type Saying, saidMax, tooSoon } from '@domain/forum/pace'
import { Refusal } from '@domain/kernel/errors'
import { _ } from '@platform/cloud'
import type { EmployeeContext } from '@platform/context'
import { comments, posts } from './store'

/** What stands for the words in a document, so that comparing them reads no text. */
export function hashOfWords(words: string): string {
  return createHash('sha256').update(words).digest('base64url')
}

/** Ids are ULIDs. What stands beside a thing of another room is named by it, "article.…", and sorts from here on. */
const BESIDE = 'a'

/**
 * Refuses what comes too soon after what the caller said before, taken back or not. What is under way at the same
 * moment is not seen, and what stands beside a thing of another room is nothing that somebody said. One request.
 *
 * @param id of what is to be published: a retry may find it there already
 * @throws Refusal FORUM_TOO_FAST, FORUM_REPEATED, with the time from which it would be taken
 */
export async function assertInPace(
  { employee, now }: EmployeeContext,
  saying: Saying,
  { id, wordsHash }: { id: string; wordsHash: string },
): Promise<void> {
  const publications = saying === 'post' ? posts : comments
  const found = await publications.find({
    where: { 'author.employeeId': employee.id, _id: _.lt(BESIDE) },
    orderBy: [['_id', 'desc']],
    limit: saidMax(saying),
    fields: ['postedAt', 'wordsHash'],
  })
  const earlier = found
    .filter(({ _id }) => _id !== id)
    .map(said => ({ at: said.postedAt, words: said.wordsHash }))
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
