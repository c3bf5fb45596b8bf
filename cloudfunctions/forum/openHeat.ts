import { forum } from '@domain/forum/contract'
import { whyHot } from '@domain/forum/heat'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { livePostFor } from './livePublications'
import { saidUnder } from './ranks'
import { posts } from './store'

/** As far as a rank is counted; beyond it nobody asks. */
const RANKED_MAX = 100

export const openHeat = handle(forum.openHeat, async (ctx, { postId }) => {
  const post = await livePostFor(ctx.employee.id, postId)
  const hotter = await posts.find({
    where: { state: 'live', heatKey: _.gt(post.heatKey) },
    orderBy: [['heatKey', 'asc']],
    limit: RANKED_MAX,
    fields: ['_id'],
  })
  const reasons = whyHot({ ...post, comments: saidUnder(post) }, ctx.now)
  return { title: post.title, rank: hotter.length < RANKED_MAX ? hotter.length + 1 : null, ...reasons }
})
