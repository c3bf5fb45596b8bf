import { refuse } from '@domain/kernel/errors'
import { photos } from './store'

/**
 * The file of a picture of an association's wall that becomes a cover, which everybody sees; null where none is chosen.
 * One request if one is.
 * @throws Refusal UNION_PHOTO_MISSING, also for one of another wall or one that the check has not passed
 */
export async function coverFrom(associationId: string, photoId: string | undefined): Promise<string | null> {
  if (photoId === undefined) return null
  const photo = await photos.require(photoId, 'UNION_PHOTO_MISSING')
  refuse(photo.state !== 'passed' || photo.associationId !== associationId, 'UNION_PHOTO_MISSING')
  return photo.fileId
}
