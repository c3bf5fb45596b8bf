import type { PublicationState } from '@domain/forum/standing'
import { type Instant, MINUTE_MS } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { eachWhile, type Shift } from '@platform/shift'
import { ofComments, ofPosts, type Talk } from './ranks'
import { type CommentDocument, comments, PROGRESS_ID, progress, type Ranked } from './store'

/*
 * A post that everybody talks about is too hot for a transaction, and so is a comment that everybody answers. The two
 * counters of what is written under either grow: whoever has committed a comment counts what is there now and raises
 * the counter to that. Whoever comes last has counted all, in whatever order the writes arrive, and counting twice
 * changes nothing. What a process that died in between has not counted, the next comment counts, or the timer.
 *
 * A comment that moderators give back makes fewer of those that were withdrawn. That is rare, so it is counted anew on
 * the condition that nobody else counts meanwhile; whoever had counted before and writes after is put right by the
 * timer, a minute later.
 */

type Counter = 'written' | 'withdrawn'

const WITHDRAWN: readonly PublicationState[] = ['hidden', 'deleted', 'removed']
/** As many as one read can return. */
const SETTLED_AT_ONCE_MAX = 1_000
/** Longer than an execution lives: what changed before is committed or never will be. */
const SETTLING_MS = MINUTE_MS

/**
 * Counts the comments of a post or the replies of a comment, after the commit that has changed them. Two requests,
 * three where others count too.
 * @param read the post or comment as it was before or after the commit
 */
export async function countSaid(talk: Talk, read: Ranked, counter: Counter): Promise<void> {
  const state = counter === 'withdrawn' ? { state: _.in(WITHDRAWN) } : {}
  const counted = await comments.count({ [talk.under]: read._id, ...state })
  if (counted <= read[counter]) return
  const following = talk.following({ ...read, [counter]: counted })
  const calm = await talk.documents.updateWhere(talk.asRead(read), {
    [counter]: counted,
    ...following,
    heatDue: false,
  })
  if (calm === 0)
    await talk.documents.updateWhere({ _id: read._id }, { [counter]: _.max(counted), heatDue: true })
}

/** After a comment was taken back: its post counts it, and the comment above a reply. Two requests each, or three. */
export async function countWithdrawn(post: Ranked, { parentId }: CommentDocument): Promise<void> {
  const counting = [countSaid(ofPosts, post, 'withdrawn')]
  const parent = parentId === null ? null : await comments.get(parentId)
  if (parent) counting.push(countSaid(ofComments, parent, 'withdrawn'))
  await Promise.all(counting)
}

/** Counts whatever has changed since the last time, so that no crash leaves a counter behind; a timer calls it. */
export async function countChanged(now: Instant, shift: Shift): Promise<number> {
  const to = now - SETTLING_MS
  const before = (await progress.get(PROGRESS_ID))?.countedTo ?? 0
  const changed = await comments.find({
    where: { changedAt: _.gte(before).and(_.lt(to)) },
    orderBy: [['changedAt', 'asc']],
    limit: SETTLED_AT_ONCE_MAX,
    fields: ['postId', 'parentId', 'changedAt'],
  })
  if (changed.length === 0) return 0
  // More may have changed at the very time of the last one that was read.
  let countedTo = changed.length < SETTLED_AT_ONCE_MAX ? to : (changed.at(-1)?.changedAt ?? to)
  let counted = 0
  for (const { talk, id, since } of await standing(countersOf(changed))) {
    if (shift.isOver()) {
      countedTo = Math.min(countedTo, since)
      break
    }
    await recount(talk, id)
    counted += 1
  }
  await progress.put({ _id: PROGRESS_ID, countedTo })
  return counted
}

/** What has counters to be counted anew. */
interface Counted {
  talk: Talk
  id: string
  /** When the first of what changed under it did. */
  since: Instant
}

/** The posts of some comments and the comments above their replies, each once, in the order in which they changed. */
function countersOf(changed: readonly CommentDocument[]): Counted[] {
  const each = new Map<string, Counted>()
  const note = (talk: Talk, id: string, since: Instant) => {
    if (!each.has(id)) each.set(id, { talk, id, since })
  }
  for (const { postId, parentId, changedAt } of changed) {
    note(ofPosts, postId, changedAt)
    if (parentId !== null) note(ofComments, parentId, changedAt)
  }
  return [...each.values()]
}

/** Those of them that the database still has. Two requests at most. */
async function standing(counted: readonly Counted[]): Promise<Counted[]> {
  const found = await Promise.all(
    [ofPosts, ofComments].map(async talk => {
      const ids = counted.filter(one => one.talk === talk).map(({ id }) => id)
      if (ids.length === 0) return []
      return talk.documents.find({ where: { _id: _.in(ids) }, limit: ids.length, fields: ['_id'] })
    }),
  )
  const there = new Set(found.flat().map(({ _id }) => _id))
  return counted.filter(({ id }) => there.has(id))
}

/**
 * After a comment was hidden by reports, or moderators have ruled on it: its post is counted anew, and so is the
 * comment above a reply. Four requests each where nobody else counts.
 */
export async function recountAround({
  postId,
  parentId,
}: Pick<CommentDocument, 'postId' | 'parentId'>): Promise<void> {
  const counting = [recount(ofPosts, postId)]
  if (parentId !== null) counting.push(recount(ofComments, parentId))
  await Promise.all(counting)
}

const RECOUNTS_MAX = 5

/** Sets both counters to what is there, also where that is less than before. */
async function recount(talk: Talk, id: string): Promise<void> {
  for (let attempt = 1; attempt <= RECOUNTS_MAX; attempt += 1) {
    const read = await talk.documents.require(id, talk.missing)
    const [written, withdrawn] = await Promise.all([
      comments.count({ [talk.under]: id }),
      comments.count({ [talk.under]: id, state: _.in(WITHDRAWN) }),
    ])
    if (written === read.written && withdrawn === read.withdrawn) return
    const following = talk.following({ ...read, written, withdrawn })
    const set = await talk.documents.updateWhere(talk.asRead(read), {
      written,
      withdrawn,
      ...following,
      heatDue: false,
    })
    if (set === 1) return
  }
}

/** Ranks what changed under many hands at once; a timer calls it. */
export async function warmUp(_now: Instant, shift: Shift): Promise<number> {
  const warmed = [await warmUpAll(ofPosts, shift), await warmUpAll(ofComments, shift)]
  return warmed.reduce((sum, one) => sum + one, 0)
}

async function warmUpAll(talk: Talk, shift: Shift): Promise<number> {
  // Nobody in particular reads it: of who likes each nothing comes along.
  const due = await talk.documents.findSeen('', {
    where: { heatDue: true },
    limit: SETTLED_AT_ONCE_MAX,
    sight: talk.sight,
  })
  return eachWhile(shift, due, document =>
    talk.documents.updateWhere(talk.asRead(document), { ...talk.following(document), heatDue: false }),
  )
}
