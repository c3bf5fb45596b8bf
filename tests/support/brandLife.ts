import type { Does } from './does'
import { bytes } from './films'
import { upload } from './identityWorld'
import type { TestCloud } from './localCloud'
import { people } from './people'
import { accountWords, filmWords } from './shelfSamples'

const { mao, lin } = people

/** The first bytes of a PNG. */
export const PNG = '\x89PNG\r\n\x1a\n'

/** @returns the file id of a picture that an editor has uploaded */
export function uploadPicture(cloud: TestCloud, name: string, content = PNG): Promise<string> {
  return upload(cloud, mao.openid, `uploads/${name}.png`, bytes(content))
}

/** Each procedure of the brand's room once, in the way that costs most. */
export async function brandLives(cloud: TestCloud, does: Does): Promise<void> {
  const picture = () => uploadPicture(cloud, 'brand-life')
  const film = await does(mao, 'brand.saveFilm', { words: filmWords, coverFileId: await picture() })
  await does(mao, 'brand.saveFilm', { of: film, words: filmWords, coverFileId: await picture() })
  const account = await does(mao, 'brand.saveAccount', { words: accountWords })
  await does(mao, 'brand.saveAccount', { of: account, words: accountWords, qrFileId: await picture() })
  await does(lin, 'brand.openFilms')
  await does(lin, 'brand.openFilm', { filmId: film.filmId })
  await does(lin, 'brand.openMatrix')
  await does(mao, 'brand.openDesk')
}
