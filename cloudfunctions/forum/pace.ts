import { createHash } from 'node:crypto'
import { repeatedIn, type Saying, saidAfter, tooSoon } from '@domain/forum/pace'
import { Refusal } from '@domain/kernel/errors'
import { type Instant, MINUTE_MS } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import type { EmployeeContext } from '@platform/context'
import { isDuplicate } from '@platform/databaseErrors'
import { logFailure } from '@platform/log'
import { doneAmong } from '@platform/receipts'
import { comments, type PaceDocument, paces, posts, type SaidNote } from './store'

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
 * Refuses what comes too soon after what the caller said before. No request: it spares what `inPace` would refuse. Before
 * it refuses it looks at what was said: what was noted and never published is no more than an attempt, and what its author
 * has deleted may be said again. That is two requests.
 *
 * @returns what counts, for `inPace`
 * @throws Refusal FORUM_TOO_FAST, FORUM_REPORTS_TOO_MANY, FORUM_REPEATED, with the time from which it would be taken
 */
export async function assertInPace(
  ctx: EmployeeContext,
  pace: PaceDocument | undefined,
  own: Own,
): Promise<PaceDocument | undefined> {
  if (!pace || !refusalOf(ctx, pace, own)) return pace
  const counted = await asPublished(pace, own, ctx.now)
  const refused = refusalOf(ctx, counted, own)
  if (refused) throw new Refusal(refused.code, undefined, refused.againAt)
  return counted
}

function refusalOf({ employee, now }: EmployeeContext, pace: PaceDocument, { saying, id, words }: Own) {
  const earlier = pace[saying].filter(said => said.id !== id)
  const elsewhere = elsewhereIn(pace, { saying, id })
  return tooSoon({
    ...{ saying, at: now, words: hashOf(words), earlier, elsewhere },
    registeredAt: employee.registeredAt,
  })
}

const elsewhereIn = (pace: PaceDocument, { saying, id }: Pick<Own, 'saying' | 'id'>) =>
  repeatedIn[saying].flatMap(kind => pace[kind]).filter(said => publicationOf(said.id) !== publicationOf(id))

/** No execution lives as long: what has no result by then has died. */
const UNDER_WAY_MS = MINUTE_MS

/** What was noted, as it has come out. Two requests at once, none for what nothing is open of. */
async function asPublished(pace: PaceDocument, own: Own, now: Instant): Promise<PaceDocument> {
  const words = hashOf(own.words)
  const same = elsewhereIn(pace, own).filter(said => said.words === words)
  const open = sayings
    .flatMap(kind => pace[kind])
    .flatMap(({ receiptId, failed, unsaid, at }) =>
      receiptId && !unsaid && (failed || at < now - UNDER_WAY_MS) ? [receiptId] : [],
    )
  const [done, deleted] = await Promise.all([
    doneAmong(open),
    deletedAmong(own.saying === 'comment' ? comments : posts, same),
  ])
  const isUnsaid = ({ receiptId }: SaidNote) =>
    receiptId !== undefined && open.includes(receiptId) && !done.has(receiptId)
  const cameOut = (said: SaidNote): SaidNote => ({
    ...said,
    ...(isUnsaid(said) ? { unsaid: true } : {}),
    ...(deleted.has(publicationOf(said.id)) ? { words: '' } : {}),
  })
  return { ...pace, ...Object.fromEntries(sayings.map(kind => [kind, pace[kind].map(cameOut)])) }
}

async function deletedAmong(
  publications: typeof comments | typeof posts,
  said: readonly SaidNote[],
): Promise<Set<string>> {
  if (said.length === 0) return new Set()
  const ids = said.map(({ id }) => publicationOf(id))
  const where = { _id: _.in(ids), state: 'deleted' as const }
  const found = await (publications as typeof posts).find({ where, limit: ids.length, fields: ['_id'] })
  return new Set(found.map(({ _id }) => _id))
}

/**
 * Runs the transaction that publishes something, which is noted before: of several that come at once each is judged by
 * those before it, however many there are, and nobody else's waits for them. One request, two more for each that came
 * between, and two where the transaction fails: then it counts as an attempt.
 *
 * @param known what `assertInPace` has told
 * @throws as `assertInPace`, and what the transaction throws
 */
export async function inPace<R>(
  ctx: EmployeeContext,
  known: PaceDocument | undefined,
  own: Own,
  publish: () => Promise<R>,
): Promise<R> {
  const { id: _id } = ctx.employee
  for (let pace = known; ; pace = (await paces.get(_id)) ?? undefined) {
    const counted = await assertInPace(ctx, pace, own)
    if (await write(ctx, counted, own)) break
  }
  try {
    return await publish()
  } catch (error) {
    await noteFailed(_id, own)
    throw error
  }
}

/** What is not noted so counts for a minute longer. Never throws: what has failed has its own error. */
async function noteFailed(_id: string, { saying, id }: Own): Promise<void> {
  try {
    const pace = await paces.get(_id)
    if (!pace) return
    const { revision } = pace
    const said = pace[saying].map(one => (one.id === id ? { ...one, failed: true } : one))
    await paces.updateWhere({ _id, revision }, { revision: revision + 1, [saying]: said })
  } catch (error) {
    logFailure('noteFailed', error)
  }
}

const sayings: readonly Saying[] = ['post', 'comment', 'edit', 'report']
const nothing: Readonly<Record<Saying, SaidNote[]>> = { post: [], comment: [], edit: [], report: [] }

/** @returns whether it stands there now; false: something else has come between */
async function write(
  { employee: { id: _id }, receiptId, now: at }: EmployeeContext,
  pace: PaceDocument | undefined,
  { saying, id, words }: Own,
): Promise<boolean> {
  const before = pace?.[saying].find(said => said.id === id)
  if (before && !before.failed && !before.unsaid) return true
  const earlier = (pace?.[saying] ?? []).filter(said => said.id !== id)
  const said = saidAfter(earlier, saying, { id, at, words: hashOf(words), receiptId })
  if (pace) {
    const { _id: _own, revision, ...noted } = pace
    const now = { ...noted, [saying]: said, revision: revision + 1 }
    return (await paces.updateWhere({ _id, revision }, now)) === 1
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
