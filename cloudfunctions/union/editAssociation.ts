import { refuse } from '@domain/kernel/errors'
import { union } from '@domain/union/contract'
import { handle } from '@platform/context'
import { coverFrom } from './cover'
import { associations, memberships } from './store'
import { presides } from './views'

export const editAssociation = handle(
  union.editAssociation,
  async (ctx, { associationId, coverPhotoId, ...edited }) => {
    refuse(!presides(ctx.employee, associationId), 'UNION_ASSOCIATION_MISSING')
    const words = edited.questions.flatMap(({ title, options }) => [title, ...options])
    await ctx.wechat.assertTextIsSafe(edited.headline, edited.intro, ...words)

    let before: object | null = null
    let cover: { coverFileId?: string } = {}
    const result = await ctx.transaction(
      async tx => {
        const was = await associations.in(tx).require(associationId, 'UNION_ASSOCIATION_MISSING')
        const { headline, intro, open, questions } = was
        before = { headline, intro, open, questions, coverFileId: was.coverFileId }
        const coverFileId = await coverFrom(tx, associationId, coverPhotoId)
        cover = coverFileId === null ? {} : { coverFileId }
        await associations.in(tx).update(associationId, { ...edited, ...cover })
        return { saved: true as const }
      },
      () => ({ subject: `${associations.name}/${associationId}`, before, after: { ...edited, ...cover } }),
    )

    // Applications carry a copy of the cover; a copy that is late by a moment harms nobody.
    if (cover.coverFileId !== undefined)
      await memberships.updateWhere({ associationId }, { associationCoverFileId: cover.coverFileId })
    return result
  },
)
