import { dayOf, type Instant } from '../kernel/time'

/** The line in the author's inbox that gathers likes of one post or comment. */
export interface ApplauseLine {
  noticeId: string
  /** Whom it speaks of, each once; the latest last. */
  likers: string[]
  beganAt: Instant
}

/** What the author of a post or comment has been told of its likes. */
export interface Applause {
  /** Whoever has been told of, so that liking again tells nothing. */
  told: string[]
  line: ApplauseLine | null
}

export interface Liked {
  /** Who likes it now, the latest last. */
  likers: readonly string[]
  authorId: string
  /** Whether the line is still unread. */
  unread: boolean
  now: Instant
}

/** `grow`: the line stands on top anew; `shrink`: it changes where it is; `drop`: nobody is left in it. */
export interface ApplauseStep {
  step: 'none' | 'begin' | 'grow' | 'shrink' | 'drop'
  told: string[]
  /** Whom the line speaks of then. */
  likers: string[]
}

/**
 * What becomes of the line. It gathers for the rest of its day, while nobody has read it; then the next like begins
 * another one. Who takes the like back before the line was read is not in it, and never was.
 */
export function applauseStep(before: Applause, { likers, authorId, unread, now }: Liked): ApplauseStep {
  const told = new Set(before.told)
  const fresh = likers.filter(id => id !== authorId && !told.has(id))
  const { line } = before
  const isOpen = line !== null && unread && dayOf(line.beganAt) === dayOf(now)
  if (!isOpen) {
    if (fresh.length === 0) return { step: 'none', told: before.told, likers: [] }
    return { step: 'begin', told: [...before.told, ...fresh], likers: fresh }
  }
  const liking = new Set(likers)
  const kept = line.likers.filter(id => liking.has(id))
  const gone = new Set(line.likers.filter(id => !liking.has(id)))
  const after = {
    told: [...before.told.filter(id => !gone.has(id)), ...fresh],
    likers: [...kept, ...fresh],
  }
  if (fresh.length > 0) return { step: 'grow', ...after }
  if (gone.size === 0) return { step: 'none', ...after }
  return { step: kept.length > 0 ? 'shrink' : 'drop', ...after }
}

/** 李娜等 12 位同事赞了你的帖子. `names`: of those who liked it last and have not left, the latest first; at most two count. */
export function applauseTitle(kind: 'post' | 'comment', count: number, names: readonly string[]): string {
  const what = kind === 'post' ? '赞了你的帖子' : '赞了你的评论'
  const [first, second] = names
  if (first === undefined) return `${count} 位同事${what}`
  if (count === 1) return `${first}${what}`
  if (count === 2 && second !== undefined) return `${first}和${second}${what}`
  return `${first}等 ${count} 位同事${what}`
}
