import { charactersOf } from '../kernel/characters'

/** `#XC90 发布会#`: between two signs, on one line, as Weibo and Xiaohongshu write it. */
const TOPIC = /#([^#\n]{1,60})#/g
/** An id of 20 characters fits into what ids may be. */
const TOPIC_CHARACTERS_MAX = 18
export const TOPICS_MAX = 5

/** The topics that a text names, in its order, each once. */
export function topicsIn(text: string): string[] {
  const names = [...text.matchAll(TOPIC)].map(([, name = '']) => name.trim().replace(/\s+/g, ' '))
  const fitting = names.filter(name => name !== '' && charactersOf(name).length <= TOPIC_CHARACTERS_MAX)
  const byKey = new Map(fitting.map(name => [topicKey(name), name]))
  return [...byKey.values()].slice(0, TOPICS_MAX)
}

/** What two spellings of a topic have in common: case, width and blanks make no other topic. */
export function topicKey(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
}

/** A topic's id: the same for every spelling, made of what they have in common, so that no two topics share one. */
export function topicIdOf(name: string): string {
  const hex = Array.from(topicKey(name), letter => (letter.codePointAt(0) ?? 0).toString(16))
  return `t-${hex.join('-')}`
}

/** The topics of a text as its document keeps them, for reading and for the index. */
export function topicsOf(text: string): { topics: { topicId: string; name: string }[]; topicIds: string[] } {
  const topics = topicsIn(text).map(name => ({ topicId: topicIdOf(name), name }))
  return { topics, topicIds: topics.map(({ topicId }) => topicId) }
}

interface TopicHeat {
  topicId: string
  heat: number
  posts: number
}

interface HotPost {
  topicIds: readonly string[]
  /** What its post is worth now: see `whyHot`. */
  heat: number
  authorId: string
}

/** So many posts of one person count for a topic, so that nobody lifts one alone. */
export const PER_AUTHOR_MAX = 3

/**
 * How hot topics are: the heat that the posts of each have now, at most three posts of one author, and one for each
 * post that is there at all. The hottest first; of equals the one with more posts.
 */
export function rankTopics(posts: readonly HotPost[]): TopicHeat[] {
  const topics = new Map<string, TopicHeat & { authors: Map<string, number> }>()
  for (const { topicIds, heat, authorId } of posts) {
    for (const topicId of topicIds) {
      const topic = topics.get(topicId) ?? { topicId, heat: 0, posts: 0, authors: new Map() }
      const counted = topic.authors.get(authorId) ?? 0
      topic.posts += 1
      if (counted < PER_AUTHOR_MAX) topic.heat += heat
      topic.authors.set(authorId, counted + 1)
      topics.set(topicId, topic)
    }
  }
  return [...topics.values()]
    .map(({ topicId, heat, posts: count }) => ({ topicId, heat: Math.round(heat * 10) / 10, posts: count }))
    .sort((a, b) => b.heat - a.heat || b.posts - a.posts || (a.topicId < b.topicId ? -1 : 1))
}
