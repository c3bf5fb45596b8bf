import { forum } from '@domain/forum/contract'
import { limits } from '@domain/kernel/limits'
import { pageOf } from '@domain/kernel/paging'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { asCard, asTopic } from './sights'
import { posts, topics } from './store'
import { topicRanking } from './topics'
import { postViews } from './views'

export const openTopic = handle(forum.openTopic, async (ctx, { topicId, sort, after }) => {
  const key = sort === 'hot' ? 'heatKey' : '_id'
  const listed = { topicIds: _.in([topicId]), state: 'live' as const }
  const [topic, { entries }, count, found] = await Promise.all([
    topics.require(topicId, 'FORUM_TOPIC_MISSING'),
    topicRanking(),
    posts.count(listed),
    posts.findSeen(ctx.employee.id, {
      where: {
        ...listed,
        ...(sort === 'official' ? { 'author.official': true } : {}),
        ...(after === undefined ? {} : { [key]: _.lt(after) }),
      },
      orderBy: [[key, 'desc']],
      limit: limits.pageSize + 1,
      sight: asCard,
    }),
  ])
  const { rows, next } = pageOf(found, limits.pageSize, post => post[key])
  const place = entries.findIndex(entry => entry.topicId === topicId)
  const ranked = entries[place]
  return {
    topic: {
      topicId,
      name: topic.name,
      posts: count,
      followers: topic.followed,
      following: topic.followers.includes(ctx.employee.id),
      rank: ranked ? place + 1 : null,
      heat: ranked?.heat ?? 0,
      history: ranked?.history ?? [],
    },
    posts: await postViews(rows, ctx.employee, ctx.now),
    next,
    now: ctx.now,
  }
})
