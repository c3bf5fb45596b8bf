import { brand } from '@domain/brand/contract'
import { serve } from '@platform/serve'
import { standingOf } from '../identity/public'
import { openDesk, openFilm, openFilms, openMatrix } from './reading'
import { saveAccount, saveFilm } from './writing'

export const main = serve('brand', {
  contract: brand,
  handlers: { openFilms, openFilm, openMatrix, openDesk, saveFilm, saveAccount },
  standingOf,
})
