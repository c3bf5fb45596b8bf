import { limits } from '@domain/kernel/limits'
import { pageOf } from '@domain/kernel/paging'
import type { PhotoPageView } from '@domain/union/photoContract'
import { _ } from '@platform/cloud'
import type { Employee } from '@platform/context'
import { type MembershipDocument, type PhotoDocument, photos } from './store'
import { presides } from './views'

/** The photos of an association, the newest first, and one more than a page holds. One request. */
export function findPhotos(associationId: string, after?: string): Promise<PhotoDocument[]> {
  return photos.find({
    where: { associationId, ...(after === undefined ? {} : { _id: _.lt(after) }) },
    orderBy: [['_id', 'desc']],
    limit: limits.pageSize + 1,
  })
}

/** What a colleague sees of them: what has passed the check, and their own. */
export function photoPageOf(
  found: readonly PhotoDocument[],
  associationId: string,
  viewer: Employee,
  membership: MembershipDocument | null,
): PhotoPageView {
  const { rows, next } = pageOf(found, limits.pageSize, ({ _id }) => _id)
  const isPresident = presides(viewer, associationId)
  const isOwn = ({ by }: PhotoDocument) => by.employeeId === viewer.id
  return {
    photos: rows
      .filter(photo => photo.state === 'passed' || isOwn(photo))
      .map(photo => ({
        photoId: photo._id,
        fileId: photo.fileId,
        by: photo.by,
        at: photo.at,
        checking: photo.state === 'checking',
        removable: isPresident || isOwn(photo),
      })),
    next,
    mayAdd: isPresident || membership?.state === 'member',
  }
}
