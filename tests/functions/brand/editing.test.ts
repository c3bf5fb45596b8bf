import { readdir } from 'node:fs/promises'
import { accountLimits } from '@domain/brand/account'
import { filmLimits } from '@domain/brand/film'
import type { AccountDocument, FilmDocument } from '../../../cloudfunctions/brand/store'
import { PNG, uploadPicture } from '../../support/brandLife'
import { expectData, expectError } from '../../support/expectError'
import { kept, newRequestId } from '../../support/identityWorld'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { insertPeople, people, type TestPerson } from '../../support/people'
import { accountWords, filmWords } from '../../support/shelfSamples'

const { lin, mao } = people

interface Saved {
  filmId: string
  accountId: string
  version: number
}

let cloud: TestCloud
beforeEach(async () => {
  cloud = await startTestCloud({ clock: '2026-11-24T08:00:00+08:00' })
  await insertPeople(cloud.engine)
})
afterEach(() => cloud.close())

const run = <T = Saved>(who: TestPerson, name: string, input: object = {}, requestId = newRequestId()) =>
  cloud.call<T>(who.openid, `brand.${name}`, input, requestId)
const saveFilm = async (more: object = {}) =>
  run(mao, 'saveFilm', { words: filmWords, coverFileId: await uploadPicture(cloud, 'cover'), ...more })
const saveAccount = (more: object = {}) => run(mao, 'saveAccount', { words: accountWords, ...more })
const filmsOf = () => cloud.dump<FilmDocument>('brand_films')
/** How many pictures lie where only functions write, each with its description. */
const picturesKept = async () =>
  (await readdir(cloud.dataDir, { recursive: true })).filter(name => name.includes('pictures/')).length

test('a film is written, seen by everybody in its place, and taken out of sight again', async () => {
  const { filmId, version } = expectData(await saveFilm({ words: { ...filmWords, order: 2 } }))
  expectData(await saveFilm({ words: { ...filmWords, title: '雅各布', order: 1 } }))
  const { films } = expectData(await run<{ films: { title: string; chapters: number }[] }>(lin, 'openFilms'))
  expect(films.map(({ title, chapters }) => [title, chapters])).toEqual([
    ['雅各布', 2],
    ['一条安全带', 2],
  ])
  const hidden = { ...filmWords, shown: false }
  expectData(await run(mao, 'saveFilm', { of: { filmId, version }, words: hidden }))
  expectError('brand.openFilm', await run(lin, 'openFilm', { filmId }), 'BRAND_FILM_MISSING')
  // Its editors go on reading it, and its cover has stayed.
  const read = await run<{ film: FilmDocument }>(mao, 'openFilm', { filmId })
  expect(expectData(read).film).toMatchObject({ shown: false, version: 2, chapters: filmWords.chapters })
  expect(expectData(read).film.coverFileId).toMatch(/^cloud:.*pictures\//)
})

test('an account is found by its pinyin, keeps its code, and says what it said last', async () => {
  const qrFileId = await uploadPicture(cloud, 'qr')
  const { accountId, version } = expectData(await saveAccount({ qrFileId }))
  const latest = { on: '2026-11-24', words: '冷透的早晨' }
  expectData(await saveAccount({ of: { accountId, version }, words: { ...accountWords, latest } }))
  const { accounts } = expectData(await run<{ accounts: AccountDocument[] }>(lin, 'openMatrix'))
  expect(accounts).toEqual([
    expect.objectContaining({ name: '沃在成都', pinyin: 'wo zai cheng du', latest, version: 2 }),
  ])
  expect(accounts[0]?.qrFileId).toMatch(/^cloud:.*pictures\//)
})

test('of two editors who have read the same, the second is told so and loses no picture of the first', async () => {
  const film = expectData(await saveFilm())
  const account = expectData(await saveAccount())
  expectData(await saveFilm({ of: { filmId: film.filmId, version: 1 } }))
  const kept = await picturesKept()
  expectError(
    'brand.saveFilm',
    await saveFilm({ of: { filmId: film.filmId, version: 1 }, words: { ...filmWords, title: '晚了' } }),
    'BRAND_CHANGED',
  )
  expect(await picturesKept()).toBe(kept)
  expectData(await saveAccount({ of: { accountId: account.accountId, version: 1 } }))
  expectError(
    'brand.saveAccount',
    await saveAccount({ of: { accountId: account.accountId, version: 1 } }),
    'BRAND_CHANGED',
  )
  expect((await filmsOf()).map(({ title }) => title)).toEqual([filmWords.title])
})

test('what is not there is not edited', async () => {
  expectError('brand.saveFilm', await saveFilm({ of: { filmId: 'none', version: 1 } }), 'BRAND_FILM_MISSING')
  expectError(
    'brand.saveAccount',
    await saveAccount({ of: { accountId: 'none', version: 1 } }),
    'BRAND_ACCOUNT_MISSING',
  )
})

test('a picture has to be one, and to be there', async () => {
  const script = await uploadPicture(cloud, 'script', '<svg onload="alert(1)"/>')
  const missing = script.replace('script', 'nothing')
  const coverless = { words: filmWords, coverFileId: undefined }
  expectError('brand.saveFilm', await saveFilm({ coverFileId: script }), 'BRAND_PICTURE_UNFIT')
  expectError('brand.saveFilm', await saveFilm({ coverFileId: missing }), 'BRAND_PICTURE_MISSING')
  expectError('brand.saveFilm', await saveFilm(coverless), 'BRAND_PICTURE_MISSING')
  const elsewhere = await kept(cloud, 'goods/cup.png', 'a cup')
  expectError('brand.saveFilm', await saveFilm({ coverFileId: elsewhere }), 'BRAND_PICTURE_MISSING')
  expectError('brand.saveAccount', await saveAccount({ qrFileId: script }), 'BRAND_PICTURE_UNFIT')
  expectError('brand.saveAccount', await saveAccount({ qrFileId: missing }), 'BRAND_PICTURE_MISSING')
  expect([await filmsOf(), await picturesKept()]).toEqual([[], 0])
  expect(PNG).toHaveLength(8)
})

test('of two who show the last one that fits at once one is refused, and no film falls off the list', async () => {
  const film: Omit<FilmDocument, '_id'> = { ...filmWords, coverFileId: 'cloud://x/y.png', version: 1 }
  const few = Array.from({ length: filmLimits.filmsMax - 1 }, (_one, index) => ({
    _id: `few-${index}`,
    ...film,
  }))
  await cloud.engine.insertMany('brand_films', few)
  const fault = { action: 'database.startTransaction', mode: 'slow', slowMs: 1_500, times: 2 } as const
  await cloud.fault({ database: fault })
  const replies = await Promise.all([saveFilm(), saveFilm()])
  const refused = replies.filter(reply => !reply.ok)
  expect(refused).toHaveLength(1)
  for (const reply of refused) expectError('brand.saveFilm', reply, 'TOO_BUSY')
  expect(await filmsOf()).toHaveLength(filmLimits.filmsMax)
  const stored = await cloud.dump<FilmDocument>('brand_films')
  expect(stored.filter(({ shown }) => shown)).toHaveLength(filmLimits.filmsMax)
  expectError('brand.saveFilm', await saveFilm(), 'BRAND_FULL')
})

test('only so many are shown; hidden ones do not count', async () => {
  const film: Omit<FilmDocument, '_id'> = { ...filmWords, coverFileId: 'cloud://x/y.png', version: 1 }
  const many = (count: number) => Array.from({ length: count }, (_, index) => ({ _id: `many-${index}` }))
  await cloud.engine.insertMany(
    'brand_films',
    many(filmLimits.filmsMax).map(({ _id }) => ({ _id, ...film })),
  )
  await cloud.engine.insertMany(
    'brand_accounts',
    many(accountLimits.accountsMax).map(({ _id }) => ({
      _id,
      ...accountWords,
      pinyin: '',
      qrFileId: null,
      version: 1,
    })),
  )
  expectError('brand.saveFilm', await saveFilm(), 'BRAND_FULL')
  expectError('brand.saveAccount', await saveAccount(), 'BRAND_FULL')
  expectData(await saveFilm({ words: { ...filmWords, shown: false } }))
  // One that is shown already stays so.
  expectData(await run(mao, 'saveFilm', { of: { filmId: 'many-0', version: 1 }, words: filmWords }))
})

test.each([
  ['chapters that run backwards', { chapters: [...filmWords.chapters].reverse() }],
  ['an address without encryption', { source: { kind: 'address', url: 'http://example.com/a.mp4' } }],
  ['a script for an address', { source: { kind: 'address', url: 'javascript:alert(1)' } }],
])('a film with %s is refused as a whole', async (_what, wrong) => {
  expectError('brand.saveFilm', await saveFilm({ words: { ...filmWords, ...wrong } }), 'INVALID_INPUT')
  expect(await filmsOf()).toEqual([])
})

test('what is written is looked at by WeChat first', async () => {
  await cloud.fault({ openapi: { api: 'security.msgSecCheck', mode: 'risky', times: 2 } })
  expectError('brand.saveFilm', await saveFilm(), 'CONTENT_REJECTED')
  expectError('brand.saveAccount', await saveAccount(), 'CONTENT_REJECTED')
  await cloud.fault({ openapi: { api: 'security.msgSecCheck', mode: 'fail', times: 2 } })
  expectError('brand.saveFilm', await saveFilm(), 'CONTENT_CHECK_UNAVAILABLE')
  expectError('brand.saveAccount', await saveAccount(), 'CONTENT_CHECK_UNAVAILABLE')
  expect(await filmsOf()).toEqual([])
})
