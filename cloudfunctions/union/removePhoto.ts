import { refuse } from '@domain/kernel/errors'
import { union } from '@domain/union/contract'
import { handle } from '@platform/context'
import { mayRemove } from './photoViews'
import { photos } from './store'

/** Takes a picture off the wall. The file stays: it may have become a cover. */
export const removePhoto = handle(union.removePhoto, async (ctx, { photoId }) => {
  let by = ''
  return ctx.transaction(
    async tx => {
      const photo = await photos.in(tx).require(photoId, 'UNION_PHOTO_MISSING')
      refuse(!mayRemove(photo, ctx.employee), 'UNION_PHOTO_MISSING')
      await photos.in(tx).remove(photoId)
      by = photo.by.employeeId
      return { removed: true as const }
    },
    () => ({ subject: `${photos.name}/${photoId}`, before: { by }, after: null }),
  )
})
