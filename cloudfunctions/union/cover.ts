import { refuse } from '@domain/kernel/errors'
import type { Transaction } from '@platform/transaction'
import { associations, photos } from './store'

/**
 * The file of a picture of an association's wall that becomes a cover, which everybody sees; null where none is chosen.
 * Inside the transaction that shows it, so that nobody removes the file meanwhile: from now on it outlives the picture
 * on the wall. Two requests if one is chosen.
 * @throws Refusal UNION_PHOTO_MISSING, also for one of another wall or one that the check has not passed
 */
export async function coverFrom(
  tx: Transaction,
  associationId: string,
  photoId: string | null | undefined,
): Promise<string | null> {
  if (photoId === undefined) return null
  // The association's own: what an event has at first.
  if (photoId === null) return (await associations.in(tx).get(associationId))?.coverFileId ?? null
  const photo = await photos.in(tx).require(photoId, 'UNION_PHOTO_MISSING')
  refuse(photo.state !== 'passed' || photo.associationId !== associationId, 'UNION_PHOTO_MISSING')
  await photos.in(tx).update(photoId, { isCover: true })
  return photo.fileId
}
