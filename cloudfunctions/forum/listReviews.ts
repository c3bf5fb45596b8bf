import { forum } from '@domain/forum/contract'
import type { reviewFilters } from '@domain/forum/moderationContract'
import { queryTermsOf } from '@domain/forum/words'
import { limits } from '@domain/kernel/limits'
import { pageOf } from '@domain/kernel/paging'
import { _ } from '@platform/cloud'
import type { Where } from '@platform/collection'
import { handle } from '@platform/context'
import { withoutLeavers } from './leavers'
import { reviewRow } from './reviewing'
import { termOfReason } from './reviewTerms'
import { type ReviewDocument, reviews } from './store'

const COUNTED_MAX = 99

const filters: Record<(typeof reviewFilters)[number], Where<ReviewDocument>> = {
  waiting: { waiting: true },
  appealed: { waiting: true, state: 'appealed' },
  hidden: { waiting: true, state: 'open', hidden: true },
  decided: { waiting: false },
}

export const listReviews = handle(forum.listReviews, async (ctx, { filter, kind, reason, text, after }) => {
  const newestFirst = filter === 'decided'
  const words = text === undefined ? [] : queryTermsOf(text)
  const finds = text === undefined || words.length > 0
  const wanted = [...words, ...(reason === undefined ? [] : [termOfReason(reason)])]
  const [found, waiting] = await Promise.all([
    finds
      ? reviews.find({
          where: {
            ...filters[filter],
            ...(kind === undefined ? {} : { 'subject.kind': kind }),
            ...(wanted.length === 0 ? {} : { terms: _.all(wanted) }),
            ...(after === undefined ? {} : { orderKey: newestFirst ? _.lt(after) : _.gt(after) }),
          },
          orderBy: [['orderKey', newestFirst ? 'desc' : 'asc']],
          limit: limits.pageSize + 1,
        })
      : [],
    reviews.find({
      where: { waiting: true },
      orderBy: [['orderKey', 'asc']],
      limit: COUNTED_MAX,
      fields: ['state', 'hidden', 'dueAt'],
    }),
  ])
  const { rows, next } = pageOf(found, limits.pageSize, ({ orderKey }) => orderKey)
  const shown = await withoutLeavers(rows)
  return {
    reviews: shown.map(review => reviewRow(review, ctx.employee)),
    counts: {
      waiting: waiting.length,
      appealed: waiting.filter(({ state }) => state === 'appealed').length,
      hidden: waiting.filter(({ hidden }) => hidden).length,
    },
    nextDueAt: waiting[0]?.dueAt ?? null,
    next,
    now: ctx.now,
  }
})
