import type { CommentDocument, PostDocument } from '../../cloudfunctions/forum/store'
import { pseudonymOf } from '../../cloudfunctions/stats/pseudonym'
import type { ReadersDocument } from '../../cloudfunctions/stats/store'
import { HOUR_MS } from '../../domain/kernel/time'
import { developmentCodeKey } from '../local-cloud/functions/environment'
import { chanceOf } from './chance'
import type { World } from './world'

const SEED = 1036
/** Of those who neither liked it nor said anything so many have read it, in the hours after it was published and in the end. */
const PASSING = { atFirst: 0.2, inTheEnd: 0.55 }
const SPREADING_HOURS = 8

interface Said {
  forum_posts: readonly PostDocument[]
  forum_comments: readonly CommentDocument[]
}

/** Who has read which posts, as the timer counts them: whoever liked, kept or answered it, and some who passed by. */
export function readersOf({ roster, calendar }: World, { forum_posts, forum_comments }: Said) {
  process.env.STATS_KEY ??= developmentCodeKey
  const chance = chanceOf(SEED)
  const here = roster.filter(({ boundAt, status }) => boundAt !== null && status === 'active')
  const commenters = new Map<string, string[]>()
  for (const { postId, author } of forum_comments)
    commenters.set(postId, [...(commenters.get(postId) ?? []), author.employeeId])
  const stats_readers: ReadersDocument[] = []
  const posts = forum_posts.map(post => {
    const { _id, author, likers, savers, postedAt, state } = post
    if (state !== 'live') return post
    const hours = Math.min(SPREADING_HOURS, (calendar.now - postedAt) / HOUR_MS)
    const passing = PASSING.atFirst + ((PASSING.inTheEnd - PASSING.atFirst) * hours) / SPREADING_HOURS
    const passers = here.filter(() => chance.next() < passing).map(one => one._id)
    const all = new Set([...likers, ...savers, ...(commenters.get(_id) ?? []), ...passers])
    all.delete(author.employeeId)
    if (all.size === 0) return post
    stats_readers.push({ _id, readers: [...all].map(pseudonymOf).sort() })
    return { ...post, readers: all.size }
  })
  return { forum_posts: posts, stats_readers }
}
