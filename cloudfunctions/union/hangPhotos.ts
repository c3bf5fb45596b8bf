import type { EmployeeContext } from '@platform/context'
import { keepingCopies } from '@platform/storage'
import { takePictures } from '../forum/public'
import { personOf } from '../identity/public'
import { photos } from './store'

interface Hung {
  associationId: string
  /** Of which event they are; null: of none. */
  eventId: string | null
  fileIds: readonly string[]
}

/**
 * Puts pictures on an association's wall, where only their uploader sees them until WeChat has passed them. What hangs
 * is a copy, so that nobody replaces it after the check. Two requests and one for each picture.
 * @throws Refusal FORUM_IMAGE_MISSING, CONTENT_CHECK_UNAVAILABLE
 */
export async function hangPhotos(
  ctx: EmployeeContext,
  { associationId, eventId, fileIds }: Hung,
): Promise<{ added: number }> {
  const uploaded = [...new Set(fileIds)].map(fileId => ({ fileId }))
  const copies = await takePictures(uploaded, ctx.wechat)
  // What was uploaded has been copied; a retry finds the result, and needs it no more.
  const files = { copies: copies.map(({ fileId }) => fileId), uploads: fileIds }
  return keepingCopies(files, () =>
    ctx.transaction(async tx => {
      for (const [index, { fileId, traceId }] of copies.entries())
        await photos.in(tx).insert({
          _id: ctx.newId(`photo ${index}`),
          associationId,
          eventId,
          fileId,
          traceId,
          state: 'checking',
          by: personOf(ctx.employee),
          at: ctx.now,
        })
      return { added: copies.length }
    }),
  )
}
