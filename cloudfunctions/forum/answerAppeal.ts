import { evidenceOf } from '@domain/forum/appeal'
import { forum } from '@domain/forum/contract'
import { handle } from '@platform/context'
import { recountAround } from './counting'
import { type Dropped, dropPictures, removeDropped } from './droppedPictures'
import { ruleOn } from './ruleOn'
import { restore, uphold } from './rulings'
import type { CommentDocument } from './store'

export const answerAppeal = handle(
  forum.answerAppeal,
  async (ctx, { reviewId, version, verdict, reason }) => {
    // Written in the transaction, read after it; a transaction that runs again writes it again.
    const back: { comment?: CommentDocument; dropped: Dropped } = { dropped: null }

    const asked = { reviewId, version, state: 'appealed' as const, reason, decided: { verdict } }
    const result = await ruleOn(ctx, asked, async (tx, review, thing, ruling) => {
      back.dropped = await dropPictures(tx, evidenceOf(review), ctx.now)
      if (verdict === 'restore') {
        if (thing.kind === 'comment') back.comment = thing.publication
        return restore(tx, review, thing, ruling)
      }
      await uphold(tx, review, thing, ruling)
      return { repaid: 0 }
    })

    await removeDropped(back.dropped)
    if (back.comment) await recountAround(back.comment)
    return result
  },
)
