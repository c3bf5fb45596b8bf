import { type Instant, MINUTE_MS } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import type { Shift } from '@platform/shift'
import { type PostDocument, posts, progress, topics } from './store'

/*
 * How many posts a topic has grows with the community, and counting them costs as much as they are: so it is counted by
 * the timer where something has changed, and read by whoever opens the topic. A post notes when it was published,
 * changed, taken back or given back, in the very write that does it; so no crash leaves a count behind.
 */

const TOPIC_PROGRESS_ID = 'topics'
const CHANGED_AT_ONCE_MAX = 1_000
/** Longer than an execution lives: what changed before is committed or never will be. */
const SETTLING_MS = MINUTE_MS

/** Counts the posts of every topic that has gained or lost one; a timer calls it. @returns how many topics */
export async function countTopics(now: Instant, shift: Shift): Promise<number> {
  const to = now - SETTLING_MS
  const from = (await progress.get(TOPIC_PROGRESS_ID))?.countedTo ?? 0
  const changed = await posts.find({
    where: { changedAt: _.gte(from).and(_.lt(to)) },
    orderBy: [['changedAt', 'asc']],
    limit: CHANGED_AT_ONCE_MAX,
    fields: ['topicIds', 'pastTopicIds', 'changedAt'],
  })
  if (changed.length === 0) return 0
  let countedTo = changed.length < CHANGED_AT_ONCE_MAX ? to : (changed.at(-1)?.changedAt ?? to)
  let counted = 0
  for (const [topicId, since] of topicsOf(changed)) {
    if (shift.isOver()) {
      countedTo = Math.min(countedTo, since)
      break
    }
    const count = await posts.count({ topicIds: _.in([topicId]), state: 'live' })
    await topics.updateWhere({ _id: topicId }, { posts: count })
    counted += 1
  }
  await progress.put({ _id: TOPIC_PROGRESS_ID, countedTo })
  return counted
}

/** Each topic that they name or named, and when the first of them changed. */
function topicsOf(changed: readonly PostDocument[]): Map<string, Instant> {
  const since = new Map<string, Instant>()
  for (const { topicIds, pastTopicIds = [], changedAt = 0 } of changed)
    for (const topicId of [...topicIds, ...pastTopicIds])
      if (!since.has(topicId)) since.set(topicId, changedAt)
  return since
}

/**
 * How many posts a topic has, for whoever sees its first page: all of them where they are on it, and where there are
 * more what the timer has counted, a few minutes ago.
 */
export function postsOfTopic(
  counted: number | undefined,
  page: { shown: number; isWhole: boolean },
): { posts: number; postsAbout: boolean } {
  if (page.isWhole) return { posts: page.shown, postsAbout: false }
  return { posts: Math.max(counted ?? 0, page.shown), postsAbout: true }
}
