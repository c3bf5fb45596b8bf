import { can } from '@domain/access/roles'
import { accountLimits } from '@domain/brand/account'
import { brand } from '@domain/brand/contract'
import { filmLimits } from '@domain/brand/film'
import { Refusal } from '@domain/kernel/errors'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { accounts, films } from './store'
import { accountView, filmCard, filmView } from './views'

const inOrder = [
  ['order', 'asc'],
  ['_id', 'asc'],
] as const

/** What is shown and what is not: withdrawn entries are few, and their number has no end of its own. */
const DESK_MAX = 300

export const openFilms = handle(brand.openFilms, async () => {
  const found = await films.find({
    where: { shown: true },
    orderBy: [...inOrder],
    limit: filmLimits.filmsMax,
  })
  return { films: found.map(filmCard) }
})

/** Editors read what is not shown as well. */
export const openFilm = handle(brand.openFilm, async ({ employee }, { filmId }) => {
  const film = await films.require(filmId, 'BRAND_FILM_MISSING')
  if (!film.shown && !can(employee.grants, 'brand.edit')) throw new Refusal('BRAND_FILM_MISSING')
  return { film: filmView(film) }
})

export const openMatrix = handle(brand.openMatrix, async ({ now }) => {
  const found = await accounts.find({
    where: { shown: true },
    orderBy: [...inOrder],
    limit: accountLimits.accountsMax,
  })
  return { accounts: found.map(accountView), now }
})

export const openDesk = handle(brand.openDesk, async ({ now }) => {
  const all = { where: { shown: _.in([true, false]) }, orderBy: [...inOrder], limit: DESK_MAX }
  const [allFilms, allAccounts] = await Promise.all([films.find(all), accounts.find(all)])
  return { films: allFilms.map(filmView), accounts: allAccounts.map(accountView), now }
})
