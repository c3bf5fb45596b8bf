import type { Comment, Thread } from '../../post'

type Liking = Pick<Comment, 'likes' | 'liked'>

/** What has happened in a conversation since its answer came from the cloud. */
export interface Since {
  /** Written here, or by others and shown already; the newest first. */
  added: readonly Comment[]
  /** By others, while the reader was further down: shown when they ask, so that nothing moves under their eyes. */
  held: readonly Comment[]
  likes: ReadonlyMap<string, Liking>
  /** Taken back: by the reader, or by somebody else. */
  gone: ReadonlySet<string>
}

export const nothingSince: Since = { added: [], held: [], likes: new Map(), gone: new Set() }

/** A comment of the first level as it is shown, with those of its replies that are known. */
export interface ThreadShown {
  comment: Comment
  /** The oldest first. */
  replies: readonly Comment[]
}

/** The ids of everything that an answer shows. */
export function idsOf(threads: readonly Thread[]): Set<string> {
  return new Set(threads.flatMap(({ commentId, firstReplies }) => [commentId, ...firstReplies.map(idOf)]))
}

const idOf = ({ commentId }: Comment) => commentId

/** What of the arrived is new to the reader. */
export function newOf(
  arrived: readonly Comment[],
  { added, held }: Since,
  known: ReadonlySet<string>,
): Comment[] {
  const told = new Set([...added, ...held].map(idOf))
  return arrived.filter(({ commentId }) => !known.has(commentId) && !told.has(commentId))
}

/** Everything once: what was written here may have been heard of before its own answer came. */
export function eachOnce(comments: readonly Comment[]): Comment[] {
  return [...new Map(comments.map(comment => [comment.commentId, comment])).values()]
}

/** Threads with the one that the reader comes for: on top until its page is reached, and with the reply that they seek. */
export function withAimed(threads: readonly Thread[], aimed: Thread): Thread[] {
  if (!threads.some(({ commentId }) => commentId === aimed.commentId)) return [aimed, ...threads]
  return threads.map(thread =>
    thread.commentId === aimed.commentId
      ? { ...thread, firstReplies: eachOnce([...thread.firstReplies, ...aimed.firstReplies]) }
      : thread,
  )
}

/** One comment with what has happened to it. */
export function asNow<T extends Comment>(comment: T, { likes, gone }: Pick<Since, 'likes' | 'gone'>): T {
  const now = { ...comment, ...likes.get(comment.commentId) }
  return gone.has(comment.commentId) ? { ...now, gone: true, body: '' } : now
}

/** The replies of one thread from several answers: each once, none that was taken back, the oldest first. */
export function repliesOf(known: readonly Comment[], since: Since): Comment[] {
  return eachOnce(known)
    .filter(({ commentId }) => !since.gone.has(commentId))
    .map(reply => asNow(reply, since))
    .sort((a, b) => (a.commentId < b.commentId ? -1 : 1))
}

/**
 * The conversation as it is to be shown: what was added stands on top until the page is opened anew, and a comment that
 * was taken back keeps its place while replies stand under it.
 */
export function threadsOf(answered: readonly Thread[], since: Since): ThreadShown[] {
  const firsts = new Map<string, readonly Comment[]>()
  const tops = new Map<string, Comment>()
  for (const comment of since.added) if (comment.parentId === null) tops.set(comment.commentId, comment)
  for (const thread of answered) {
    tops.set(thread.commentId, tops.get(thread.commentId) ?? thread)
    firsts.set(thread.commentId, thread.firstReplies)
  }
  return [...tops.values()].flatMap(top => {
    const added = since.added.filter(({ parentId }) => parentId === top.commentId)
    const before = firsts.get(top.commentId) ?? []
    const known = [...before, ...added]
    const replies = repliesOf(known, since)
    const lost = new Set(known.map(idOf)).size - replies.length
    const isNew = ({ commentId }: Comment) => !before.some(reply => reply.commentId === commentId)
    const count = top.replies + added.filter(isNew).length - lost
    const comment = { ...asNow(top, since), replies: Math.max(count, replies.length) }
    return comment.gone && comment.replies === 0 ? [] : [{ comment, replies }]
  })
}
