import { copyPictures } from '@platform/pictures'
import { unfitting } from './facilityReading'
import type { CentreDocument } from './store'

type Pictured = Pick<CentreDocument, 'coverFileId' | 'gallery'> & Required<Pick<CentreDocument, 'kinds'>>

function picturesIn({
  coverFileId,
  gallery,
  kinds = [],
}: Pick<CentreDocument, 'coverFileId' | 'gallery' | 'kinds'>) {
  return [coverFileId, ...gallery.map(({ fileId }) => fileId), ...kinds.map(kind => kind.pictureFileId)]
}

/** What `copyPicture` has made of uploads; whatever else a centre shows has come with it and may stand elsewhere too. */
const COPIED = /^cloud:\/\/[^/]+\/pictures\//

/** The centre's own copies that it shows no more. */
export function picturesLost(before: CentreDocument, after: CentreDocument): { fileId: string }[] {
  const shown = [...picturesIn(after), after.film?.posterFileId]
  const had = [...picturesIn(before), ...(before.film ? [before.film.posterFileId] : [])]
  const lost = had.filter(fileId => COPIED.test(fileId) && !shown.includes(fileId))
  return [...new Set(lost)].map(fileId => ({ fileId }))
}

/**
 * The cover, the gallery and the kinds of a centre with its own copies in the place of what its host has uploaded; what
 * the centre has already stays.
 * @throws Refusal BOOKING_PICTURE_MISSING, BOOKING_PICTURE_UNFIT
 */
export async function takeCentrePictures(centre: CentreDocument, { coverFileId, gallery, kinds }: Pictured) {
  const had = picturesIn(centre)
  const chosen = [...new Set(picturesIn({ coverFileId, gallery, kinds }))]
  const { pictures, ...files } = await copyPictures(chosen, {
    ...unfitting,
    isKept: fileId => had.includes(fileId),
  })
  const copyOf = (fileId: string) => pictures[chosen.indexOf(fileId)] ?? fileId
  const pictured: Pictured = {
    coverFileId: copyOf(coverFileId),
    gallery: gallery.map(picture => ({ ...picture, fileId: copyOf(picture.fileId) })),
    kinds: kinds.map(kind => ({ ...kind, pictureFileId: copyOf(kind.pictureFileId) })),
  }
  return { pictured, ...files }
}
