import { forum } from '@domain/forum/contract'
import { isThere, showingAt } from '@domain/forum/showing'
import type { ParsedInputOf } from '@domain/kernel/contract'
import { Refusal } from '@domain/kernel/errors'
import { limits } from '@domain/kernel/limits'
import { pageOf } from '@domain/kernel/paging'
import { _ } from '@platform/cloud'
import { handleWith } from '@platform/context'
import { happyHour } from '../coin/public'
import { pinnedAbout } from './pinned'
import { asCard, asTopic } from './sights'
import { posts, topics } from './store'
import { postsOfTopic } from './topicCounts'
import { topicRanking } from './topics'
import { postViews } from './views'

type Asked = ParsedInputOf<typeof forum.openTopic>

const keyOf = (sort: Asked['sort']) => (sort === 'hot' ? 'heatKey' : '_id')

const along = ({ topicId, sort, after }: Asked) => ({
  topic: topics.along({ where: { _id: topicId }, limit: 1, sight: asTopic }),
  page: posts.along({
    where: {
      topicIds: _.in([topicId]),
      state: 'live',
      ...(sort === 'official' ? { 'author.official': true } : {}),
      ...(after === undefined ? {} : { [keyOf(sort)]: _.lt(after) }),
    },
    orderBy: [[keyOf(sort), 'desc']],
    limit: limits.pageSize + 1,
    sight: asCard,
  }),
})

export const openTopic = handleWith(forum.openTopic, along, async (ctx, { topicId, sort, after }, read) => {
  const [topic] = read.topic
  if (!topic || !isThere(topic, ctx.now)) throw new Refusal('FORUM_TOPIC_MISSING')
  const [{ entries }, pinned, running] = await Promise.all([
    topicRanking(),
    pinnedAbout(topicId, ctx.employee.id),
    happyHour(ctx.now),
  ])
  const { rows, next } = pageOf(read.page, limits.pageSize, post => post[keyOf(sort)])
  const place = entries.findIndex(entry => entry.topicId === topicId)
  const ranked = entries[place]
  const onTop = new Set(pinned.map(({ _id }) => _id))
  const showing = showingAt(topic.showings ?? [], ctx.now)
  const isWhole = after === undefined && sort !== 'official' && next === null
  return {
    topic: {
      topicId,
      name: topic.name,
      ...postsOfTopic(topic.posts, { shown: read.page.length, isWhole }),
      followers: topic.followed,
      following: topic.followers.includes(ctx.employee.id),
      rank: ranked ? place + 1 : null,
      heat: ranked?.heat ?? 0,
      history: ranked?.history ?? [],
    },
    onTop:
      after === undefined
        ? pinned.map(({ _id, title, author }) => ({ postId: _id, title, official: author.official }))
        : [],
    broadcast: showing && {
      broadcastId: showing.broadcastId,
      title: showing.title,
      coverFileId: showing.coverFileId ?? null,
      status: showing.status,
      startsAt: showing.startsAt,
      endsAt: showing.endsAt,
    },
    // What stands on top is not said twice.
    posts: await postViews(
      rows.filter(({ _id }) => !onTop.has(_id)),
      ctx.employee,
      ctx.now,
    ),
    happyHour: running,
    next,
    now: ctx.now,
  }
})
