import type { ApplauseDocument, CommentDocument, PostDocument } from '../../cloudfunctions/forum/store'
import type { NoticeDocument } from '../../cloudfunctions/notice/store'
import { applauseTitle } from '../../domain/forum/applause'
import { quoted } from '../../domain/forum/wording'
import { DAY_MS, MINUTE_MS } from '../../domain/kernel/time'
import type { Talk } from './forum'
import type { World } from './world'

/** Lines stand for what was written in the last days. */
const REACH_DAYS = 3
/** How long after it was written the likes of a thing came together. */
const GATHERED_MINUTES = 95

type Line = Omit<NoticeDocument, 'read'>

interface Thing {
  kind: 'post' | 'comment'
  document: PostDocument | CommentDocument
  text: string
  postId: string
}

/** Who has been told of which likes: lines for what is new, and for what is old that nobody is told again. */
export function applauseOf(world: World, { posts, comments }: Talk) {
  const things: Thing[] = [
    ...posts.map(document => ({
      kind: 'post' as const,
      document,
      text: document.title,
      postId: document._id,
    })),
    ...comments.map(document => ({
      kind: 'comment' as const,
      document,
      text: document.body,
      postId: document.postId,
    })),
  ]
  const gathered = things.flatMap(thing => gather(world, thing) ?? [])
  return {
    applauses: gathered.map(({ applause }) => applause),
    lines: gathered.flatMap(({ line }) => line ?? []),
  }
}

function gather(world: World, { kind, document, text, postId }: Thing) {
  const { calendar, chance, roster } = world
  const authorId = document.author.employeeId
  const likers = document.likers.filter(id => id !== authorId)
  if (likers.length === 0) return null
  const id = `${kind}.${document._id}`
  const isLate = document.postedAt > calendar.now - REACH_DAYS * DAY_MS
  if (document.state !== 'live' || !isLate)
    return { applause: { _id: id, told: likers, line: null } satisfies ApplauseDocument, line: null }
  const at = calendar.after(document.postedAt, GATHERED_MINUTES)
  const noticeId = chance.id(at)
  const names = [...likers]
    .reverse()
    .slice(0, 2)
    .map(liker => roster.find(({ _id }) => _id === liker)?.name ?? '')
  const line: Line = {
    _id: noticeId,
    employeeId: authorId,
    kind: 'like',
    title: applauseTitle(kind, likers.length, names),
    body: quoted(text),
    at,
    target: { kind: 'post', id: postId },
  }
  const beganAt = at - GATHERED_MINUTES * MINUTE_MS
  const applause: ApplauseDocument = { _id: id, told: likers, line: { noticeId, likers, beganAt } }
  return { applause, line }
}
