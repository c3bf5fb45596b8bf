import type { FilmDocument } from '../../../cloudfunctions/brand/store'
import type { Subject } from '../measure'
import type { BenchWorld } from '../world'
import { screen } from './subject'
import { turn } from './turns'

const PUBLICIST = 'demo-maoqing'

export function brandScreens(world: BenchWorld): Subject[] {
  const films = world.dump<FilmDocument>('brand_films').filter(({ shown }) => shown)
  const anyone = (time: number) => turn(world.people, time).openid
  return [
    screen(world, 'films', 'brand.openFilms', time => ({ openid: anyone(time), input: {} })),
    screen(world, 'film', 'brand.openFilm', time => ({
      openid: anyone(time),
      input: { filmId: turn(films, time)._id },
    })),
    screen(world, 'accounts', 'brand.openMatrix', time => ({ openid: anyone(time), input: {} })),
    screen(world, 'desk of the brand', 'brand.openDesk', () => ({ openid: PUBLICIST, input: {} })),
  ]
}
