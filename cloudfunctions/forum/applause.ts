import { type Applause, applauseStep, applauseTitle } from '@domain/forum/applause'
import type { SubjectKind } from '@domain/forum/review'
import { quoted } from '@domain/forum/wording'
import { type Instant, MINUTE_MS } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { eachWhile, type Shift } from '@platform/shift'
import { transaction } from '@platform/transaction'
import { ulid } from 'ulid'
import { colleaguesBy } from '../identity/public'
import { isUnread, notify, reword, takeBack } from '../notice/public'
import { ofComments, ofPosts, type Talk } from './ranks'
import {
  type ApplauseDocument,
  applauses,
  type CommentDocument,
  type PostDocument,
  progress,
  type Ranked,
} from './store'

/*
 * Likes are gathered by the timer and cost whoever likes nothing: the update that counts a like notes its moment, and
 * the timer looks at what was liked since it last came. What it has told of each thing is a document of its own, so
 * that a run after a crash, or two at once, tell nobody twice. One line a thing and day, however many like it.
 */

const LIKES_PROGRESS_ID = 'likes'
/** Of posts, and of comments: each costs up to seven requests, and an execution lives ten seconds. */
const THINGS_MAX = 60
/** Longer than an execution lives: what was noted before is committed or never will be. */
const SETTLING_MS = MINUTE_MS
/** After so many the progress is noted. */
const NOTED_EVERY = 10
/** Of those who liked last, some may have left. */
const NAMED_MAX = 4

/** Tells authors who likes what they wrote; a timer calls it. @returns how many lines began or changed */
export async function tellOfLikes(now: Instant, shift: Shift): Promise<number> {
  const from = (await progress.get(LIKES_PROGRESS_ID))?.countedTo ?? 0
  const [posts, comments] = await Promise.all([likedSince(ofPosts, from), likedSince(ofComments, from)])
  const liked = [...posts.map(asA('post')), ...comments.map(asA('comment'))].sort((a, b) => a.at - b.at)
  if (liked.length === 0) return 0
  const names = await namesAmong(liked.map(({ thing }) => thing))
  // A list that was cut goes on after its last: what the other has beyond that is told then.
  const cut = [posts, comments].filter(({ length }) => length === THINGS_MAX)
  let reached = Math.min(now - SETTLING_MS, ...cut.map(list => list.at(-1)?.likedAt ?? now))
  let told = 0
  let looked = 0
  try {
    await eachWhile(shift, liked, async one => {
      // Noted as it goes: a run that dies leaves little to look at again.
      if (looked > 0 && looked % NOTED_EVERY === 0) await noteReached(from, Math.min(reached, one.at))
      looked += 1
      told += (await tellOrPutBack(one, names, now)) ? 1 : 0
    })
  } finally {
    reached = Math.min(reached, liked[looked]?.at ?? reached)
    await noteReached(from, reached)
  }
  return told
}

/** What fails is put behind all others: it is looked at again, and keeps nobody waiting. */
async function tellOrPutBack({ kind, thing }: Liked, names: Names, now: Instant): Promise<boolean> {
  try {
    return await tell(kind, thing, names, now)
  } catch (error) {
    const { documents } = kind === 'post' ? ofPosts : ofComments
    await documents.updateWhere({ _id: thing._id }, { likedAt: Date.now() })
    throw error
  }
}

/** Everything that was liked before is told of; what is liked at that very moment is looked at again. */
function noteReached(from: Instant, reached: Instant) {
  return progress.put({ _id: LIKES_PROGRESS_ID, countedTo: Math.max(from, reached) })
}

interface Liked {
  kind: SubjectKind
  thing: Ranked
  at: Instant
}
const asA =
  (kind: SubjectKind) =>
  (thing: Ranked): Liked => ({ kind, thing, at: thing.likedAt ?? 0 })

function likedSince({ documents }: Talk, from: Instant): Promise<Ranked[]> {
  return documents.find({ where: { likedAt: _.gte(from) }, orderBy: [['likedAt', 'asc']], limit: THINGS_MAX })
}

type Names = ReadonlyMap<string, string>

/** How those are called who liked last and are still here. One request for all things, none where nobody did. */
async function namesAmong(liked: readonly Ranked[]): Promise<Names> {
  const ids = [...new Set(liked.flatMap(({ likers }) => likers.slice(-NAMED_MAX)))]
  const half = Math.ceil(ids.length / 2)
  const parts = [ids.slice(0, half), ids.slice(half)].filter(part => part.length > 0)
  const found = await Promise.all(parts.map(part => colleaguesBy(part)))
  return new Map(found.flat().map(({ employeeId, name }) => [employeeId, name]))
}

const NOTHING: Applause = { told: [], line: null }

function tell(kind: SubjectKind, thing: Ranked, names: Names, now: Instant): Promise<boolean> {
  if (thing.state !== 'live') return Promise.resolve(false)
  const id = `${kind}.${thing._id}`
  return transaction(async tx => {
    const before: Applause = (await applauses.in(tx).get(id)) ?? NOTHING
    const { line } = before
    const unread = line !== null && (await isUnread(tx, line.noticeId))
    const authorId = thing.author.employeeId
    const { step, told, likers } = applauseStep(before, { likers: thing.likers, authorId, unread, now })
    if (step === 'none') return false
    const isNew = step === 'begin' || step === 'grow'
    const noticeId = isNew ? ulid(now) : (line?.noticeId ?? '')
    const latest = [...likers].reverse().flatMap(liker => names.get(liker) ?? [])
    const words = wordsOf(kind, thing, likers.length, latest)
    if (line && (step === 'grow' || step === 'drop')) await takeBack(tx, line.noticeId)
    if (isNew) await notify(tx, { _id: noticeId, employeeId: authorId, kind: 'like', ...words, at: now })
    if (step === 'shrink') await reword(tx, noticeId, words.title)
    const beganAt = step === 'begin' ? now : (line?.beganAt ?? now)
    const after: ApplauseDocument = {
      _id: id,
      told,
      line: step === 'drop' ? null : { noticeId, likers, beganAt },
    }
    await applauses.in(tx).put(after)
    return true
  })
}

function wordsOf(kind: 'post' | 'comment', thing: Ranked, count: number, names: readonly string[]) {
  const text = kind === 'post' ? (thing as PostDocument).title : thing.body
  const postId = kind === 'post' ? thing._id : (thing as CommentDocument).postId
  return {
    title: applauseTitle(kind, count, names),
    body: quoted(text),
    target: { kind: 'post' as const, id: postId, ...(kind === 'comment' ? { commentId: thing._id } : {}) },
  }
}
