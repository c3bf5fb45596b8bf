import { forum } from '@domain/forum/contract'
import { assertDecidable, mayMute } from '@domain/forum/deciding'
import { refuse } from '@domain/kernel/errors'
import { handle } from '@platform/context'
import { recountAround } from './counting'
import { offencesOf } from './reviewing'
import { ruleOn } from './ruleOn'
import { keep, remove } from './rulings'
import { type CommentDocument, reviews } from './store'

export const decideReview = handle(forum.decideReview, async (ctx, input) => {
  const { reviewId, version, verdict, muteDays = 0, offence, reason } = input
  const read = await reviews.require(reviewId, 'FORUM_REVIEW_MISSING')

  assertDecidable(read, { version, state: 'open', moderator: ctx.employee })
  refuse((verdict === 'keep' || offence === false) && muteDays > 0, 'INVALID_INPUT', ['muteDays'])
  if (muteDays > 0) refuse(!mayMute(await offencesOf(read, ctx.now)), 'FORUM_MUTE_TOO_EARLY')

  // Written in the transaction, read after it; a transaction that runs again writes it again.
  const ruledOn: { comment?: CommentDocument } = {}
  const decided = { verdict, muteDays, ...(offence === false ? { offence } : {}) }
  const asked = { reviewId, version, state: 'open' as const, reason, decided }
  const result = await ruleOn(ctx, asked, async (tx, review, thing, ruling) => {
    if (thing.kind === 'comment') ruledOn.comment = thing.publication
    if (verdict === 'remove') return remove(tx, review, thing, { ...ruling, muteDays, offence })
    await keep(tx, review, thing, ruling)
    return { reversed: 0 }
  })

  if (ruledOn.comment) await recountAround(ruledOn.comment)
  return result
})
