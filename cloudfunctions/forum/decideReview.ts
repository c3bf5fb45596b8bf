import { forum } from '@domain/forum/contract'
import { assertDecidable, mayMute } from '@domain/forum/review'
import { refuse } from '@domain/kernel/errors'
import { handle } from '@platform/context'
import { recountComments } from './counting'
import { offencesOf } from './reviewing'
import { keep, remove } from './rulings'
import { reviews } from './store'
import { thingOf } from './subjects'

export const decideReview = handle(forum.decideReview, async (ctx, input) => {
  const { reviewId, version, verdict, muteDays = 0, reason } = input
  const { employee, now } = ctx
  const asked = { version, state: 'open' as const, moderatorId: employee.id }
  const read = await reviews.require(reviewId, 'FORUM_REVIEW_MISSING')

  assertDecidable(read, asked)
  refuse(verdict === 'keep' && muteDays > 0, 'INVALID_INPUT', ['muteDays'])
  if (muteDays > 0) refuse(!mayMute(await offencesOf(read, now)), 'FORUM_MUTE_TOO_EARLY')

  const by = { employeeId: employee.id, name: employee.name }
  const ruling = { reason, by, at: now, noticeId: ctx.newId('notice') }
  const result = await ctx.transaction(
    async tx => {
      const review = await reviews.in(tx).require(reviewId, 'FORUM_REVIEW_MISSING')
      assertDecidable(review, asked)
      const thing = await thingOf(review, tx)
      if (verdict === 'remove') return remove(tx, review, thing, { ...ruling, muteDays })
      await keep(tx, review, thing, ruling)
      return { reversed: 0 }
    },
    () => ({
      subject: `${reviews.name}/${reviewId}`,
      before: { state: 'open', version },
      after: { state: 'decided', verdict, muteDays, reason },
    }),
  )

  if (read.subject.kind === 'comment') await recountComments(read.subject.postId)
  return result
})
