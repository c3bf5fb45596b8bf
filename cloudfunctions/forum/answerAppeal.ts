import { forum } from '@domain/forum/contract'
import { handle } from '@platform/context'
import { recountComments } from './counting'
import { ruleOn } from './ruleOn'
import { restore, uphold } from './rulings'

export const answerAppeal = handle(
  forum.answerAppeal,
  async (ctx, { reviewId, version, verdict, reason }) => {
    // Written in the transaction, read after it; a transaction that runs again writes it again.
    const back: { underPostId?: string | undefined } = {}

    const asked = { reviewId, version, state: 'appealed' as const, reason, decided: { verdict } }
    const result = await ruleOn(ctx, asked, async (tx, review, thing, ruling) => {
      if (verdict === 'restore') {
        back.underPostId = thing.kind === 'comment' ? thing.post._id : undefined
        return restore(tx, review, thing, ruling)
      }
      await uphold(tx, review, thing, ruling)
      return { repaid: 0 }
    })

    if (back.underPostId) await recountComments(back.underPostId)
    return result
  },
)
