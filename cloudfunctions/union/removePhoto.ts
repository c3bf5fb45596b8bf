import { refuse } from '@domain/kernel/errors'
import { union } from '@domain/union/contract'
import { handle } from '@platform/context'
import { photos } from './store'
import { presides } from './views'

/** Takes a picture off the wall. The file stays: the same upload may stand in a post. */
export const removePhoto = handle(union.removePhoto, async (ctx, { photoId }) => {
  let by = ''
  return ctx.transaction(
    async tx => {
      const photo = await photos.in(tx).require(photoId, 'UNION_PHOTO_MISSING')
      const isOwn = photo.by.employeeId === ctx.employee.id
      refuse(!isOwn && !presides(ctx.employee, photo.associationId), 'UNION_PHOTO_MISSING')
      await photos.in(tx).remove(photoId)
      by = photo.by.employeeId
      return { removed: true as const }
    },
    () => ({ subject: `${photos.name}/${photoId}`, before: { by }, after: null }),
  )
})
