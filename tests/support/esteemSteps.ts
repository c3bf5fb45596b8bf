import { type Entry, earnedBy } from '@domain/coin/entry'
import type { CommentDocument, PostDocument } from '../../cloudfunctions/forum/store'
import type { TestCloud } from './localCloud'
import { colleague, succeed } from './talkWorld'

/** Longer than a killed process keeps its locks. */
const PAYING_MS_MAX = 30_000

export type EsteemSteps = ReturnType<typeof esteemSteps>

/** What colleagues, called by their numbers, do with likes in a talk world, and what comes of it. */
export function esteemSteps(cloud: TestCloud) {
  /** Once; the timer may be killed. */
  const tend = () => cloud.timer('forum', 'tend')
  const dueCount = async () => {
    const posts = await cloud.dump<PostDocument>('forum_posts')
    const comments = await cloud.dump<CommentDocument>('forum_comments')
    return [...posts, ...comments].filter(({ esteemDue, state }) => esteemDue && state === 'live').length
  }
  const likedEntriesOf = async (author: number): Promise<Entry[]> => {
    const entries = await cloud.dump<Entry>('coin_entries')
    const { employeeId } = colleague(author)
    return entries
      .filter(entry => entry.reason === 'forum.liked' && entry.employeeId === employeeId)
      .sort((a, b) => a.number - b.number)
  }
  return {
    tend,
    dueCount,
    likedEntriesOf,
    like: (who: number, postId: string, liked = true) =>
      succeed(cloud, colleague(who), 'forum.likePost', { postId, liked }),
    /** Until nobody's likes wait. */
    async pay(): Promise<void> {
      const deadline = performance.now() + PAYING_MS_MAX
      while (performance.now() < deadline) {
        await tend()
        if ((await dueCount()) === 0) return
      }
      throw new Error('Likes stay due')
    },
    /** What an author has by likes alone. */
    byLikes: async (author: number) =>
      (await likedEntriesOf(author)).reduce((sum, entry) => sum + earnedBy(entry), 0),
  }
}
