import { createHash } from 'node:crypto'
import { repeatedIn, type Saying, saidAfter, tooSoon } from '@domain/forum/pace'
import { Refusal } from '@domain/kernel/errors'
import type { EmployeeContext } from '@platform/context'
import { isDuplicate } from '@platform/databaseErrors'
import { type PaceDocument, paces, type SaidNote } from './store'

/** What is to be published, or sent to the moderators. */
interface Own {
  saying: Saying
  /** Of the post, the comment or the report; of a change, that of `changeIdOf`. A retry may find it noted already. */
  id: string
  /** What it is the same by: see `wordsOfPost`. */
  words: string
}

/** What the caller published of late: none or one. */
export function paceAlong() {
  return paces.along({ where: {}, ofCaller: '_id', limit: 1 })
}

/**
 * Refuses what comes too soon after what the caller said before. No request: it spares what `notePace` would refuse.
 *
 * @throws Refusal FORUM_TOO_FAST, FORUM_REPORTS_TOO_MANY, FORUM_REPEATED, with the time from which it would be taken
 */
export function assertInPace(
  { employee, now }: EmployeeContext,
  pace: PaceDocument | undefined,
  { saying, id, words }: Own,
): void {
  const earlier = (pace?.[saying] ?? []).filter(said => said.id !== id)
  const elsewhere = repeatedIn[saying]
    .flatMap(kind => pace?.[kind] ?? [])
    .filter(said => publicationOf(said.id) !== publicationOf(id))
  const { registeredAt } = employee
  const refused = tooSoon({ saying, at: now, words: hashOf(words), registeredAt, earlier, elsewhere })
  if (refused) throw new Refusal(refused.code, undefined, refused.againAt)
}

/**
 * Notes what is about to be published, before its transaction: of several that come at once each is judged by those
 * before it, however many there are, and nobody else's waits for them. One request, two more for each that came between.
 *
 * @param known what `paceAlong` has read
 * @throws as `assertInPace`
 */
export async function notePace(
  ctx: EmployeeContext,
  known: PaceDocument | undefined,
  own: Own,
): Promise<void> {
  const { id: _id } = ctx.employee
  for (let pace = known; ; pace = (await paces.get(_id)) ?? undefined) {
    assertInPace(ctx, pace, own)
    if (await write(_id, pace, own, ctx.now)) return
  }
}

const nothing: Readonly<Record<Saying, SaidNote[]>> = { post: [], comment: [], edit: [], report: [] }

/** @returns whether it stands there now; false: something else has come between */
async function write(
  _id: string,
  pace: PaceDocument | undefined,
  { saying, id, words }: Own,
  at: number,
): Promise<boolean> {
  const earlier = pace?.[saying] ?? []
  if (earlier.some(said => said.id === id)) return true
  const said = saidAfter(earlier, saying, { id, at, words: hashOf(words) })
  if (pace) {
    const { revision } = pace
    return (await paces.updateWhere({ _id, revision }, { revision: revision + 1, [saying]: said })) === 1
  }
  try {
    await paces.insert({ _id, revision: 1, ...nothing, [saying]: said })
    return true
  } catch (error) {
    if (isDuplicate(error)) return false
    throw error
  }
}

/** What one change to a post is noted by. */
export function changeIdOf(postId: string, changeId: string): string {
  return `${postId}:${changeId}`
}

function publicationOf(id: string): string {
  return id.split(':')[0] ?? id
}

function hashOf(words: string): string {
  return createHash('sha256').update(words).digest('base64url')
}

/**
 * Refuses whoever moderators have muted. No request: who calls is known with until when.
 * @throws Refusal FORUM_MUTED, with the time from which they may publish again
 */
export function assertMayTalk({ employee, now }: Pick<EmployeeContext, 'employee' | 'now'>): void {
  const { mutedUntil } = employee
  if (mutedUntil !== null && now < mutedUntil) throw new Refusal('FORUM_MUTED', undefined, mutedUntil)
}
