import { can } from '@domain/access/roles'
import { limits } from '@domain/kernel/limits'
import { pageOf } from '@domain/kernel/paging'
import type { PersonView } from '@domain/union/contract'
import type { PhotoView } from '@domain/union/photoContract'
import { _ } from '@platform/cloud'
import type { Employee } from '@platform/context'
import { shownAmong } from '../identity/public'
import { type PhotoDocument, photos } from './store'
import { presides } from './views'

/** Whether somebody may take a picture down: their own, as president any of the wall, as moderator any at all. */
export function mayRemove({ by, associationId }: PhotoDocument, viewer: Employee): boolean {
  return (
    by.employeeId === viewer.id || presides(viewer, associationId) || can(viewer.grants, 'forum.moderate')
  )
}

function photoViewOf(
  photo: PhotoDocument,
  viewer: Employee,
  shown: (one: PersonView) => PersonView,
): PhotoView {
  const { _id, fileId, by, at, state } = photo
  return {
    photoId: _id,
    fileId,
    by: shown(by),
    at,
    checking: state === 'checking',
    removable: mayRemove(photo, viewer),
  }
}

/**
 * A page of the pictures of an association or of one event, the newest first; what has not passed yet only for its
 * uploader. One request, and as `shownAmong`.
 */
export async function photoPage(
  of: { associationId: string } | { eventId: string },
  viewer: Employee,
  after: string | undefined,
): Promise<{ photos: PhotoView[]; next: string | null }> {
  const found = await photos.find({
    where: { ...of, ...(after === undefined ? {} : { _id: _.lt(after) }) },
    orderBy: [['_id', 'desc']],
    limit: limits.pageSize + 1,
  })
  const { rows, next } = pageOf(found, limits.pageSize, ({ _id }) => _id)
  const seen = rows.filter(({ state, by }) => state === 'passed' || by.employeeId === viewer.id)
  const shown = await shownAmong(seen.map(({ by }) => by))
  return { photos: seen.map(photo => photoViewOf(photo, viewer, shown)), next }
}
