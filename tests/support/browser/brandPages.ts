import { type PageVisit, room, visit } from './pageVisit'

/** Keeps the films and the official accounts. */
const PUBLICIST = 'demo-maoqing'

export const brandPages: PageVisit[] = [
  visit('brand', room('brand/brand')),
  visit('film', room('brand/film', 'filmId=belt')),
  visit('matrix', room('brand/matrix')),
  visit('brand-desk', room('brand/desk'), PUBLICIST),
  visit('film-edit', room('brand/filmEdit', 'filmId=belt'), PUBLICIST),
  visit('account-edit', room('brand/accountEdit', 'accountId=chengdu'), PUBLICIST),
]
