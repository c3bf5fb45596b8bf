import { refuse } from '@domain/kernel/errors'
import { union } from '@domain/union/contract'
import { handle } from '@platform/context'
import { associations, memberships, photos } from './store'
import { presides } from './views'

export const editAssociation = handle(
  union.editAssociation,
  async (ctx, { associationId, coverPhotoId, ...edited }) => {
    refuse(!presides(ctx.employee, associationId), 'UNION_ASSOCIATION_MISSING')
    const words = edited.questions.flatMap(({ title, options }) => [title, ...options])
    const [photo] = await Promise.all([
      coverPhotoId === undefined ? null : photos.require(coverPhotoId, 'UNION_PHOTO_MISSING'),
      ctx.wechat.assertTextIsSafe(edited.headline, edited.intro, ...words),
    ])
    // Only what the check has passed becomes a cover, which everybody sees.
    refuse(
      photo !== null && (photo.state !== 'passed' || photo.associationId !== associationId),
      'UNION_PHOTO_MISSING',
    )
    const cover = photo ? { coverFileId: photo.fileId } : {}

    let before: object | null = null
    const result = await ctx.transaction(
      async tx => {
        const { headline, intro, open, questions, coverFileId } = await associations
          .in(tx)
          .require(associationId, 'UNION_ASSOCIATION_MISSING')
        before = { headline, intro, open, questions, coverFileId }
        await associations.in(tx).update(associationId, { ...edited, ...cover })
        return { saved: true as const }
      },
      () => ({ subject: `${associations.name}/${associationId}`, before, after: { ...edited, ...cover } }),
    )

    // Applications carry a copy of the cover; a copy that is late by a moment harms nobody.
    if (photo) await memberships.updateWhere({ associationId }, { associationCoverFileId: photo.fileId })
    return result
  },
)
