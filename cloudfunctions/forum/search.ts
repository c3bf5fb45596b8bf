import { forum } from '@domain/forum/contract'
import { isThere } from '@domain/forum/showing'
import { queryTermsOf, termsOf, writtenIn } from '@domain/forum/words'
import { limits } from '@domain/kernel/limits'
import { pageOf } from '@domain/kernel/paging'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { peopleNamed } from '../identity/public'
import { asCard, asTopic } from './sights'
import { type PostDocument, posts, type SearchDocument, searches, type TopicDocument, topics } from './store'
import { postViews } from './views'

const TOPICS_MAX = 20
const PEOPLE_MAX = 50

/** What a post is found by. Kept apart from it, so that no list carries hundreds of terms. */
export function searchDocumentOf({
  _id,
  title,
  body,
}: Pick<PostDocument, '_id' | 'title' | 'body'>): SearchDocument {
  return { _id, terms: termsOf(`${title}\n${body}`) }
}

/** Posts, the newest first; with the first page also the topics and colleagues of that name. */
export const search = handle(forum.search, async (ctx, { text, after }) => {
  const wanted = queryTermsOf(text)
  if (wanted.length === 0) {
    return { posts: [], topics: [], colleagues: [], written: [], next: null, now: ctx.now }
  }
  const [found, named, colleagues] = await Promise.all([
    searches.find({
      where: { terms: _.all(wanted), ...(after === undefined ? {} : { _id: _.lt(after) }) },
      orderBy: [['_id', 'desc']],
      limit: limits.pageSize + 1,
      fields: ['_id'],
    }),
    after === undefined
      ? topics.findSeen(ctx.employee.id, {
          where: { terms: _.all(wanted) },
          limit: TOPICS_MAX,
          sight: asTopic,
        })
      : [],
    after === undefined ? peopleNamed(text, PEOPLE_MAX) : [],
  ])
  const { rows, next } = pageOf(found, limits.pageSize, ({ _id }) => _id)
  const live = await livePosts(
    ctx.employee.id,
    rows.map(({ _id }) => _id),
  )
  const names = [...named, ...colleagues].map(({ name }) => ({ title: name, body: '' }))
  return {
    posts: await postViews(live, ctx.employee, ctx.now),
    topics: named.filter(topic => isThere(topic, ctx.now)).map(asFound),
    colleagues,
    written: [...new Set([...live, ...names].flatMap(one => writtenIn(one, text)))],
    next,
    now: ctx.now,
  }
})

const asFound = ({ _id, name, followed, followers }: TopicDocument) => ({
  topicId: _id,
  name,
  followers: followed,
  following: followers.length > 0,
})

/** Those of the ids that are still shown, in their order. One request, none for no ids. */
async function livePosts(readerId: string, ids: readonly string[]): Promise<PostDocument[]> {
  if (ids.length === 0) return []
  const found = await posts.findSeen(readerId, {
    where: { _id: _.in([...ids]) },
    limit: ids.length,
    sight: asCard,
  })
  const byId = new Map(found.filter(({ state }) => state === 'live').map(post => [post._id, post]))
  return ids.flatMap(id => byId.get(id) ?? [])
}
