import { whyHot } from '@domain/forum/heat'
import { isThere } from '@domain/forum/showing'
import { rankTopics, topicsOf } from '@domain/forum/topics'
import { termsOf } from '@domain/forum/words'
import { HOUR_MS, type Instant, MINUTE_MS } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { isDuplicate } from '@platform/databaseErrors'
import { remember } from '@platform/memory'
import { saidUnder } from './ranks'
import { posts, type RankingDocument, rankings, TOPICS_RANKING_ID, topics } from './store'

/** What the ranking looks at: the newest posts, one read. */
const RANKED_POSTS_MAX = 1_000
const RANKED_TOPICS_MAX = 50
/** How many hours of heat a topic's line shows. */
const HISTORY_HOURS = 12
const REMEMBERED_MS = MINUTE_MS

/**
 * Makes the topics that a text has named for the first time; what came with a broadcast is there from now on. One request,
 * two where one is new.
 */
export async function ensureTopics(
  named: readonly { topicId: string; name: string }[],
  now: Instant,
): Promise<void> {
  if (named.length === 0) return
  const wanted = new Map(named.map(({ topicId, name }) => [topicId, name]))
  const known = await topics.find({
    where: { _id: _.in([...wanted.keys()]) },
    limit: wanted.size,
    fields: ['_id', 'announced'],
  })
  for (const { _id } of known) wanted.delete(_id)
  const announced = known.flatMap(topic => (topic.announced ? [topic._id] : []))
  if (announced.length > 0) await topics.updateWhere({ _id: _.in(announced) }, { announced: false })
  for (const [_id, name] of wanted) {
    try {
      await topics.insert({ _id, name, terms: termsOf(name), followers: [], followed: 0, createdAt: now })
    } catch (error) {
      // Somebody else has named it at the same moment.
      if (!isDuplicate(error)) throw error
    }
  }
}

/** The topics that some words name and that are there. No request where none is named, else one. */
export async function knownTopics(words: string, now: Instant): Promise<{ topicId: string; name: string }[]> {
  const { topics: named, topicIds } = topicsOf(words)
  if (named.length === 0) return []
  const known = await topics.find({
    where: { _id: _.in(topicIds) },
    limit: named.length,
    fields: ['_id', 'announced', 'showings'],
  })
  const there = new Set(known.flatMap(topic => (isThere(topic, now) ? [topic._id] : [])))
  return named.filter(({ topicId }) => there.has(topicId))
}

const EMPTY: RankingDocument = { _id: TOPICS_RANKING_ID, at: 0, hourAt: 0, entries: [] }

const ranking = remember(REMEMBERED_MS, async () => (await rankings.get(TOPICS_RANKING_ID)) ?? EMPTY)

/** The topics that are talked about, as the timer last ranked them; remembered for a minute. */
export function topicRanking(): Promise<RankingDocument> {
  return ranking()
}

/** Ranks the topics of what has been posted lately; a timer calls it. Four requests, however many posts there are. */
export async function rankAllTopics(now: Instant): Promise<number> {
  const before = (await rankings.get(TOPICS_RANKING_ID)) ?? EMPTY
  const recent = await posts.find({
    where: { state: 'live' },
    orderBy: [['_id', 'desc']],
    limit: RANKED_POSTS_MAX,
    fields: ['topicIds', 'likes', 'favourites', 'written', 'withdrawn', 'postedAt', 'author'],
  })
  const ranked = rankTopics(
    recent.map(post => ({
      topicIds: post.topicIds,
      heat: whyHot({ ...post, comments: saidUnder(post) }, now).heat,
      authorId: post.author.employeeId,
    })),
  ).slice(0, RANKED_TOPICS_MAX)
  const named = await topics.find({
    where: { _id: _.in(ranked.map(({ topicId }) => topicId)) },
    limit: RANKED_TOPICS_MAX,
    fields: ['_id', 'name'],
  })
  const names = new Map(named.map(({ _id, name }) => [_id, name]))
  const isNewHour = now - before.hourAt >= HOUR_MS
  const entries = ranked.map(({ topicId, heat, posts: count }) => {
    const past = before.entries.findIndex(entry => entry.topicId === topicId)
    const history = before.entries[past]?.history ?? []
    return {
      topicId,
      name: names.get(topicId) ?? '',
      posts: count,
      heat,
      rankBefore: past < 0 ? null : past + 1,
      history: isNewHour ? [...history, heat].slice(-HISTORY_HOURS) : history,
    }
  })
  const hourAt = isNewHour ? now : before.hourAt
  await rankings.put({ _id: TOPICS_RANKING_ID, at: now, hourAt, entries })
  return entries.length
}
