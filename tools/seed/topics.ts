import type {
  PostDocument,
  RankingDocument,
  SearchDocument,
  TopicDocument,
} from '../../cloudfunctions/forum/store'
import { type BroadcastDocument, scheduleOf } from '../../cloudfunctions/live/store'
import { whyHot } from '../../domain/forum/heat'
import { rankTopics, topicIdOf } from '../../domain/forum/topics'
import { termsOf } from '../../domain/forum/words'

/** What each board talks about this week. */
const topicOfBoard: Readonly<Record<string, string>> = {
  xc90: 'XC90 发布会',
  commute: '3 号线早六分钟',
  photo: '园区的光',
  kids: '第一场雪',
  sport: '晨跑打卡',
  food: '食堂三楼',
  factory: '零损工 500 天',
}

/** A text with its board's topic, unless it names one itself. */
export function withTopic(body: string, board: string): string {
  const topic = topicOfBoard[board]
  return topic === undefined || body.includes('#') ? body : `${body} #${topic}#`
}

const HISTORY_HOURS = 8
/** The first has passed two others, by its place; the rest stand where they stood. */
const ranksBefore: readonly number[] = [3, 1, 2]

/** Posts with everything that is kept about them: their topics, the ranking of these, and what they are found by. */
export function aboutOf(posts: readonly PostDocument[], broadcasts: readonly BroadcastDocument[], now: Date) {
  const live = posts.filter(({ state }) => state === 'live')
  return {
    forum_posts: posts,
    forum_topics: withShowings(topicsNamed(posts, now.getTime()), broadcasts),
    forum_rankings: [rankingOf(live, now.getTime())],
    forum_searches: live.map(
      ({ _id, title, body }): SearchDocument => ({ _id, terms: termsOf(`${title}\n${body}`) }),
    ),
  }
}

/** Each broadcast stands on the page of its topic. */
function withShowings(
  topics: readonly TopicDocument[],
  broadcasts: readonly BroadcastDocument[],
): TopicDocument[] {
  return topics.map(topic => {
    const showings = broadcasts
      .filter(({ topic: name }) => name !== '' && topicIdOf(name) === topic._id)
      .map(broadcast => {
        const { stage: _stage, ...times } = scheduleOf(broadcast)
        const { _id: broadcastId, title, coverFileId } = broadcast
        return { broadcastId, title, coverFileId, ...times }
      })
    return showings.length === 0 ? topic : { ...topic, showings }
  })
}

function topicsNamed(posts: readonly PostDocument[], createdAt: number): TopicDocument[] {
  const names = new Map(posts.flatMap(({ topics }) => topics.map(({ topicId, name }) => [topicId, name])))
  return [...names].map(([_id, name]) => {
    // Whoever likes what is said about it follows it.
    const about = posts.filter(({ topicIds }) => topicIds.includes(_id))
    const followers = [...new Set(about.flatMap(liked))]
    const live = about.filter(({ state }) => state === 'live').length
    return { _id, name, terms: termsOf(name), followers, followed: followers.length, posts: live, createdAt }
  })
}

const liked = ({ likers }: PostDocument) => likers

function rankingOf(posts: readonly PostDocument[], now: number): RankingDocument {
  const heats = posts.map(post => ({
    topicIds: post.topicIds,
    heat: whyHot({ ...post, comments: post.written - post.withdrawn }, now).heat,
    authorId: post.author.employeeId,
  }))
  const names = new Map(posts.flatMap(({ topics }) => topics.map(({ topicId, name }) => [topicId, name])))
  const entries = rankTopics(heats).map((entry, index) => ({
    ...entry,
    name: names.get(entry.topicId) ?? '',
    rankBefore: ranksBefore[index] ?? index + 1,
    history: Array.from({ length: HISTORY_HOURS }, (_hour, hour) =>
      Math.round((entry.heat * (hour + 3)) / (HISTORY_HOURS + 2)),
    ),
  }))
  return { _id: 'topics', at: now, hourAt: now, entries }
}
