import { booking } from '@domain/booking/contract'
import type { InputOf } from '@domain/kernel/contract'
import { Refusal, refuse } from '@domain/kernel/errors'
import { type EmployeeContext, handle } from '@platform/context'
import { copyFilm } from '@platform/films'
import { copyPicture } from '@platform/pictures'
import { keepingCopy, removeFiles } from '@platform/storage'
import { hostedCentre } from './centreReading'
import { picturesLost } from './centrePictures'
import { type CentreDocument, centres } from './store'

const unfittingFilm = { missing: 'BOOKING_FILM_MISSING', unfit: 'BOOKING_FILM_UNFIT' } as const
const unfittingPoster = { missing: 'BOOKING_POSTER_MISSING', unfit: 'BOOKING_POSTER_UNFIT' } as const

interface Written {
  centreId: string
  version: number
  film: InputOf<typeof booking.saveCentreFilm>['film']
  /** The copies of what was uploaded. */
  shot: string | undefined
  poster: string | undefined
}

export const saveCentreFilm = handle(booking.saveCentreFilm, async (ctx, { centreId, version, film }) => {
  assertAsRead(await hostedCentre(ctx.employee, centreId), version)
  if (film) await ctx.wechat.assertTextIsSafe(film.title)
  const shot = film?.source.kind === 'upload' ? await copyFilm(film.source.fileId, unfittingFilm) : undefined
  return keepingCopy(shot, async () => {
    const upload = film?.posterFileId
    const poster = upload === undefined ? undefined : await copyPicture(upload, unfittingPoster)
    return keepingCopy(poster, () =>
      write(ctx, { centreId, version, film, shot: shot?.fileId, poster: poster?.fileId }),
    )
  })
})

/** @throws Refusal BOOKING_CENTRE_CHANGED when somebody has saved another film since */
function assertAsRead({ filmVersion = 0 }: CentreDocument, version: number): void {
  refuse(filmVersion !== version, 'BOOKING_CENTRE_CHANGED')
}

async function write(ctx: EmployeeContext, written: Written) {
  const { centreId, version } = written
  const changed: Record<'before' | 'after', CentreDocument['film']> = { before: null, after: null }
  const saved = await ctx.transaction(
    async tx => {
      const centre = await centres.in(tx).require(centreId, 'BOOKING_CENTRE_MISSING')
      assertAsRead(centre, version)
      Object.assign(changed, { before: centre.film, after: filmAfter(centre, written) })
      await centres.in(tx).update(centreId, { film: changed.after, filmVersion: version + 1 })
      return { saved: true as const }
    },
    () => ({ subject: `${centres.name}/${centreId}`, ...changed }),
  )
  await removeReplaced(centreId, changed.before)
  return saved
}

/** @throws Refusal BOOKING_FILM_MISSING when what should be kept is not there */
function filmAfter(
  { film: before, coverFileId }: CentreDocument,
  { film, shot, poster }: Written,
): CentreDocument['film'] {
  if (film === null) return null
  const { source, title, seconds } = film
  const kept = source.kind === 'kept' ? before?.fileId : undefined
  const fileId = source.kind === 'address' ? source.url : (shot ?? kept)
  if (!fileId) throw new Refusal('BOOKING_FILM_MISSING')
  return { fileId, posterFileId: poster ?? before?.posterFileId ?? coverFileId, title, seconds }
}

/**
 * A film is large: what has been replaced goes, with its poster. What is there now is asked for once more, because a
 * repetition has seen as the one before what its first execution wrote. A film at an address is not ours to remove.
 */
async function removeReplaced(centreId: string, before: CentreDocument['film']): Promise<void> {
  const centre = before && (await centres.get(centreId))
  if (!centre) return
  const isLost = before.fileId.startsWith('cloud://') && centre.film?.fileId !== before.fileId
  const posters = picturesLost({ ...centre, film: before }, centre).map(({ fileId }) => fileId)
  const gone = isLost ? [before.fileId, ...posters] : posters
  if (gone.length > 0) await removeFiles(gone)
}
