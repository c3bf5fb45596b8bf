import type { FollowsDocument, TopicDocument } from '../../cloudfunctions/forum/store'
import { accountDocuments } from './accounts'
import { cast } from './cast'
import { settled, type World } from './world'

/** So many of the cast, out of ten, follow an account: the company's and the union's first. */
const FOLLOW_IN_TEN: Readonly<Record<string, number>> = {
  volvo: 8,
  gonghui: 7,
  jiading: 5,
  sheji: 4,
  chengdu: 3,
}

/** What somebody follows is what the topics and accounts count. Lin has still to find the accounts. */
export function followsOf(world: World, topics: readonly TopicDocument[]): FollowsDocument[] {
  const named = new Set(cast.map(({ employeeId }) => employeeId))
  const readers = settled(world).filter(({ _id }) => named.has(_id))
  const finder = world.who('linxiaochuan')._id
  const people = new Map(readers.map(({ _id }) => [_id, [] as string[]]))
  accountDocuments.forEach(({ _id: account }, nth) => {
    readers.forEach(({ _id }, index) => {
      const follows = (index * 7 + nth * 3) % 10 < (FOLLOW_IN_TEN[account] ?? 0)
      if (follows && _id !== finder) people.get(_id)?.push(account)
    })
  })
  const followed = topics.flatMap(({ followers }) => followers)
  return [...new Set([...people.keys(), ...followed])].map(_id => ({
    _id,
    topics: topics.flatMap(topic => (topic.followers.includes(_id) ? [topic._id] : [])),
    people: people.get(_id) ?? [],
  }))
}
