import { centreFilmLimits } from '@domain/booking/centreFilm'
import { sayLength, secondsOf } from '@domain/brand/film'
import type { api, Input, Output } from '@/api'

type Film = Output<typeof api.booking.openCentreForm>['centre']['film']
type FilmInput = NonNullable<Input<typeof api.booking.saveCentreFilm>['film']>

export interface FilmDraft {
  title: string
  /** `1:20` */
  length: string
  way: FilmInput['source']['kind']
  /** An upload that becomes the film. */
  uploadId: string | null
  url: string
  /** An upload that becomes the poster. */
  posterId: string | null
}

const isOurs = (fileId: string) => fileId.startsWith('cloud://')

/** The form of a film as it stands; null: there is none yet. */
export function filmDraftOf(film: Film): FilmDraft {
  const empty: FilmDraft = { title: '', length: '', way: 'upload', uploadId: null, url: '', posterId: null }
  if (!film) return empty
  const said = { ...empty, title: film.title, length: sayLength(film.seconds) }
  return isOurs(film.fileId) ? { ...said, way: 'kept' } : { ...said, way: 'address', url: film.fileId }
}

/** What keeps it from being saved; undefined: nothing. */
export function filmProblem({ title, length, way, uploadId, url }: FilmDraft): string | undefined {
  const seconds = secondsOf(length)
  const checks: [boolean, string][] = [
    [way === 'upload' && uploadId === null, '先选一部影片'],
    [way === 'address' && !/^https:\/\/\S+\.\S+$/.test(url.trim()), '地址以 https:// 开头'],
    [[...title.trim()].length < 2, '写一个标题，两个字以上'],
    [!seconds || seconds > centreFilmLimits.secondsMax, '片长写成 1:20，最长半小时'],
  ]
  return checks.find(([isWrong]) => isWrong)?.[1]
}

function sourceOf({ way, uploadId, url }: FilmDraft): FilmInput['source'] {
  if (way === 'address') return { kind: 'address', url: url.trim() }
  return way === 'upload' && uploadId !== null ? { kind: 'upload', fileId: uploadId } : { kind: 'kept' }
}

/** The command's input. Only for a draft without a problem. */
export function toFilm(draft: FilmDraft): FilmInput {
  return {
    title: draft.title.trim(),
    seconds: secondsOf(draft.length) ?? 0,
    source: sourceOf(draft),
    ...(draft.posterId === null ? {} : { posterFileId: draft.posterId }),
  }
}
