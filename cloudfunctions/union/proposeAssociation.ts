import { begin } from '@domain/approval/flow'
import { union } from '@domain/union/contract'
import { foundingFlow } from '@domain/union/foundingFlow'
import { handle } from '@platform/context'
import { personOf } from '../identity/public'
import { tellDeciders } from './approvalNotices'
import { decidersAt, hearingOf } from './deciders'
import { assertNameFree } from './foundingName'
import { following } from './foundingTurn'
import { foundingMatter } from './matters'
import { foundings } from './store'

export const proposeAssociation = handle(union.proposeAssociation, async (ctx, { reason, ...proposed }) => {
  const ownerIds = [ctx.employee.id]
  const [asked] = await Promise.all([
    decidersAt({ nodes: [...foundingFlow], decisions: [], ownerIds }, 0),
    assertNameFree(proposed.name),
    ctx.wechat.assertTextIsSafe(proposed.name, proposed.headline, proposed.intro, reason),
  ])

  const approval = begin(foundingFlow, { ownerIds, approverIds: asked, at: ctx.now })
  const told = await hearingOf(approval, asked, ctx.now)
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
    await tellDeciders(tx, ctx, foundingMatter(founding), { told })
    return { foundingId: founding._id, state: approval.state }
  })
})
