import { limits } from '@domain/kernel/limits'
import { api, useCommand } from '@/api'
import { pickPictures } from '@/rooms/pickPictures'
import { photoQueries } from './outdated'
import { sayHung } from './PhotoGrid'

/** Chooses pictures and hangs them on the wall of an association. */
export function useAddPhotos(associationId: string): () => Promise<void> {
  const add = useCommand(api.union.addPhotos, { outdates: photoQueries, onDone: sayHung })
  return async () => {
    const fileIds = await pickPictures(limits.postImagesMax)
    if (fileIds.length > 0) await add.run({ associationId, fileIds })
  }
}
