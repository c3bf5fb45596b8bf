import { forum } from '@domain/forum/contract'
import { assertDecidable } from '@domain/forum/review'
import { handle } from '@platform/context'
import { recountComments } from './counting'
import { restore, uphold } from './rulings'
import { reviews } from './store'
import { thingOf } from './subjects'

export const answerAppeal = handle(
  forum.answerAppeal,
  async (ctx, { reviewId, version, verdict, reason }) => {
    const { employee, now } = ctx
    const asked = { version, state: 'appealed' as const, moderatorId: employee.id }
    const { subject } = await reviews.require(reviewId, 'FORUM_REVIEW_MISSING')

    const by = { employeeId: employee.id, name: employee.name }
    const ruling = { reason, by, at: now, noticeId: ctx.newId('notice') }
    const result = await ctx.transaction(
      async tx => {
        const review = await reviews.in(tx).require(reviewId, 'FORUM_REVIEW_MISSING')
        assertDecidable(review, asked)
        const thing = await thingOf(review, tx)
        if (verdict === 'restore') return restore(tx, review, thing, ruling)
        await uphold(tx, review, thing, ruling)
        return { repaid: 0 }
      },
      () => ({
        subject: `${reviews.name}/${reviewId}`,
        before: { state: 'appealed', version },
        after: { state: 'decided', verdict, reason },
      }),
    )

    if (subject.kind === 'comment' && verdict === 'restore') await recountComments(subject.postId)
    return result
  },
)
