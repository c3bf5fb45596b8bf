import { limits } from '@domain/kernel/limits'
import { pageOf } from '@domain/kernel/paging'
import type { Instant } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import type { Where } from '@platform/collection'
import { isSeenBy, type Reader } from './livePublications'
import { asCard } from './sights'
import { type PostDocument, posts } from './store'
import { postViews } from './views'

/** One page of somebody's posts, of whatever kind, shown ones unless it says so, the newest first, as they see them. One request. */
export async function readPosts(of: Where<PostDocument>, reader: Reader, now: Instant, after?: string) {
  const found = await posts.findSeen(reader.id, {
    where: { state: 'live', ...of, ...(after === undefined ? {} : { _id: _.lt(after) }) },
    orderBy: [['_id', 'desc']],
    limit: limits.pageSize + 1,
    sight: asCard,
  })
  const { rows, next } = pageOf(found, limits.pageSize, post => post._id)
  // What an account had said is no longer theirs whose right to speak as it has ended, and hidden from them too.
  const seen = rows.filter(post => isSeenBy(post, reader))
  return { posts: await postViews(seen, reader, now), next }
}
