import { forum } from '@domain/forum/contract'
import { handle } from '@platform/context'
import { topicRanking } from './topics'

export const listTopics = handle(forum.listTopics, async ctx => {
  const { at, entries } = await topicRanking()
  return { topics: entries, rankedAt: at, now: ctx.now }
})
