import type { brand } from '@domain/brand/contract'
import type { OutputOf } from '@domain/kernel/contract'
import type { AccountDocument, FilmDocument } from './store'

type FilmView = OutputOf<typeof brand.openFilm>['film']
type FilmCard = OutputOf<typeof brand.openFilms>['films'][number]
type AccountView = OutputOf<typeof brand.openMatrix>['accounts'][number]

export function filmView({ _id, ...film }: FilmDocument): FilmView {
  return { filmId: _id, ...film }
}

export function filmCard({ _id, chapters, ...film }: FilmDocument): FilmCard {
  const { title, summary, year, seconds, coverFileId, source, shown } = film
  return { filmId: _id, title, summary, year, seconds, coverFileId, source, chapters: chapters.length, shown }
}

export function accountView({ _id, ...account }: AccountDocument): AccountView {
  return { accountId: _id, ...account }
}
