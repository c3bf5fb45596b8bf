import { begin } from '@domain/approval/flow'
import { union } from '@domain/union/contract'
import { APPROVERS_MAX, foundingFlow } from '@domain/union/foundingFlow'
import { handle } from '@platform/context'
import { holdersOf, personOf, withDeputies } from '../identity/public'
import { assertNameFree } from './foundingName'
import { tellApprovers } from './foundingNotices'
import { following } from './foundingTurn'
import { foundings } from './store'

export const proposeAssociation = handle(union.proposeAssociation, async (ctx, { reason, ...proposed }) => {
  const [first] = foundingFlow
  const [approvers] = await Promise.all([
    first ? holdersOf(first.role) : [],
    assertNameFree(proposed.name),
    ctx.wechat.assertTextIsSafe(proposed.name, proposed.headline, proposed.intro, reason),
  ])

  const asked = approvers.slice(0, APPROVERS_MAX)
  const told = await withDeputies(asked, ctx.now)
  const approval = begin(foundingFlow, asked, ctx.now)
  const founding = {
    _id: ctx.newId('founding'),
    ...proposed,
    reason,
    applicant: personOf(ctx.employee),
    ...following(approval, ctx.now),
    createdAt: ctx.now,
    decidedAt: null,
  }
  return ctx.transaction(async tx => {
    await foundings.in(tx).insert(founding)
    await tellApprovers(tx, ctx, founding, { told })
    return { foundingId: founding._id, state: approval.state }
  })
})
