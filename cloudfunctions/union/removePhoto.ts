import { refuse } from '@domain/kernel/errors'
import { union } from '@domain/union/contract'
import { handle } from '@platform/context'
import { type Dropped, dropPictures, removeDropped } from '../forum/public'
import { mayRemove } from './photoViews'
import { photos } from './store'

/** Takes a picture off the wall; its file goes with it, unless it has become a cover. */
export const removePhoto = handle(union.removePhoto, async (ctx, { photoId }) => {
  let by = ''
  // Written in the transaction, read after it; a transaction that runs again writes it again.
  const removed: { gone: Dropped } = { gone: null }
  const result = await ctx.transaction(
    async tx => {
      const photo = await photos.in(tx).require(photoId, 'UNION_PHOTO_MISSING')
      refuse(!mayRemove(photo, ctx.employee), 'UNION_PHOTO_MISSING')
      await photos.in(tx).remove(photoId)
      removed.gone = await dropPictures(tx, photo.isCover ? [] : [photo], ctx.now)
      by = photo.by.employeeId
      return { removed: true as const }
    },
    () => ({ subject: `${photos.name}/${photoId}`, before: { by }, after: null }),
  )
  await removeDropped(removed.gone)
  return result
})
