import { forum } from '@domain/forum/contract'
import { isThere } from '@domain/forum/showing'
import { refuse } from '@domain/kernel/errors'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { isDuplicate } from '@platform/databaseErrors'
import { knownAuthor } from './authors'
import { type FollowsDocument, follows, topics } from './store'

/** So many topics and so many colleagues one person follows: the feed asks for all of them at once. */
const FOLLOWED_MAX = 50

export const followTopic = handle(forum.followTopic, async (ctx, { topicId, following }) => {
  const employeeId = ctx.employee.id
  const topic = await topics.require(topicId, 'FORUM_TOPIC_MISSING')
  refuse(following && !isThere(topic, ctx.now), 'FORUM_TOPIC_MISSING')
  await note(employeeId, 'topics', topicId, following)
  const changed = await topics.updateWhere(
    { _id: topicId, followers: following ? _.neq(employeeId) : _.in([employeeId]) },
    {
      followers: following ? _.push([employeeId]) : _.pull(employeeId),
      followed: _.inc(following ? 1 : -1),
    },
  )
  return { following, followers: topic.followed + (following ? changed : -changed) }
})

export const followAuthor = handle(forum.followAuthor, async (ctx, { authorId, following }) => {
  refuse(authorId === ctx.employee.id, 'FORUM_FOLLOW_SELF')
  if (following) await knownAuthor(authorId)
  await note(ctx.employee.id, 'people', authorId, following)
  return { following }
})

/** Following twice is following once, and so is stopping. */
async function note(
  followerId: string,
  kind: 'topics' | 'people',
  id: string,
  following: boolean,
): Promise<void> {
  const mine = await ownFollows(followerId)
  refuse(following && !mine[kind].includes(id) && mine[kind].length >= FOLLOWED_MAX, 'FORUM_FOLLOWS_FULL')
  const change = { [kind]: following ? _.addToSet(id) : _.pull(id) }
  if ((await follows.updateWhere({ _id: followerId }, change)) > 0 || !following) return
  try {
    await follows.insert({ _id: followerId, topics: [], people: [], [kind]: [id] } as FollowsDocument)
  } catch (error) {
    if (!isDuplicate(error)) throw error
    await follows.updateWhere({ _id: followerId }, change)
  }
}

/** What somebody follows; nothing before the first time. One request. */
export async function ownFollows(employeeId: string): Promise<FollowsDocument> {
  return (await follows.get(employeeId)) ?? { _id: employeeId, topics: [], people: [] }
}
