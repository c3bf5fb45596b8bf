import {
  changeDocument,
  formOf,
  hostOf,
  newCentre,
  startCentreCloud,
  tourAndDrive,
} from '../../support/centreWorld'
import { PNG } from '../../support/brandLife'
import { expectData, expectError } from '../../support/expectError'
import { bytes } from '../../support/films'
import { upload } from '../../support/identityWorld'
import type { TestCloud } from '../../support/localCloud'
import type { TestPerson } from '../../support/people'
import type { CentreDocument } from '../../../cloudfunctions/booking/store'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startCentreCloud()
})
afterAll(() => cloud.close())

const edit = (host: TestPerson, centreId: string, version: number, more: object) =>
  cloud.call(host.openid, 'booking.editCentre', { ...formOf(centreId, version), ...more })

const stored = async (centreId: string) => {
  const all = await cloud.dump<CentreDocument>('booking_centres')
  return all.find(({ _id }) => _id === centreId) as CentreDocument
}

const isThere = async (fileId: string) =>
  (await fetch(`${cloud.url}/storage/${fileId.split('/').slice(3).join('/')}`)).ok

const picture = (host: TestPerson, name: string) =>
  upload(cloud, host.openid, `uploads/${name}.png`, bytes(PNG))

test('one kind is written once, and none is longer than every opening', async () => {
  const centreId = await newCentre(cloud, tourAndDrive())
  const host = await hostOf(cloud, centreId)
  const [tour, drive] = tourAndDrive().kinds
  const twice = await edit(host, centreId, 0, { kinds: [tour, { ...tour, name: '再走一圈' }] })
  expectError('booking.editCentre', twice, 'BOOKING_KINDS_WRONG')
  const long = await edit(host, centreId, 0, { kinds: [tour, { ...drive, minutes: 421 }] })
  expectError('booking.editCentre', long, 'BOOKING_KIND_TOO_LONG')
  expect(long).toMatchObject({ error: { fields: ['kinds.1.minutes'] } })
  expectData(await edit(host, centreId, 0, { kinds: [tour, { ...drive, minutes: 420 }] }))
  const nightOfCentres = { on: '2026-12-24', why: '平安夜', spans: [{ fromMinute: 600, untilMinute: 1_080 }] }
  const withNight = { specialDays: [nightOfCentres], kinds: [tour, { ...drive, minutes: 480 }] }
  expectData(await edit(host, centreId, 1, withNight))
})

test('pictures that a centre shows no more leave the storage, and others stay', async () => {
  const centreId = await newCentre(cloud)
  const host = await hostOf(cloud, centreId)
  const [cover, wall, poster] = [
    await picture(host, 'cover'),
    await picture(host, 'wall'),
    await picture(host, 'poster'),
  ]
  const gallery = [
    { fileId: wall, caption: '一楼' },
    { fileId: poster, caption: '' },
  ]
  expectData(await edit(host, centreId, 0, { coverFileId: cover, gallery }))
  const before = await stored(centreId)
  const [wallId = '', posterId = ''] = before.gallery.map(({ fileId }) => fileId)
  const film = { fileId: 'https://media.example/a.mp4', posterFileId: posterId, title: '一盏灯', seconds: 80 }
  await changeDocument(cloud, 'booking_centres', centreId, { film })
  const next = await picture(host, 'next')
  const changed = { coverFileId: next, gallery: [{ fileId: before.coverFileId, caption: '' }] }
  expectData(await edit(host, centreId, 1, changed))
  expect(await Promise.all([wallId, before.coverFileId, posterId].map(isThere))).toEqual([false, true, true])
  expect(await isThere((await stored(centreId)).coverFileId)).toBe(true)
  expect(await cloud.dump('forum_dropped')).toEqual([])

  // The film's poster goes with the film.
  const noFilm = { centreId, version: 0, film: null }
  expectData(await cloud.call(host.openid, 'booking.saveCentreFilm', noFilm))
  expect(await isThere(posterId)).toBe(false)
})

test('what has come with a centre stays in storage when it is replaced', async () => {
  const centreId = await newCentre(cloud)
  const host = await hostOf(cloud, centreId)
  expectData(await edit(host, centreId, 0, { coverFileId: await picture(host, 'cover') }))
  expect(await cloud.dump('forum_dropped')).toEqual([])
})

test('of two who change the film at once the second is told so, whatever became of the form', async () => {
  const centreId = await newCentre(cloud)
  const host = await hostOf(cloud, centreId)
  const address = (name: string) => ({
    ...{ title: name, seconds: 80 },
    source: { kind: 'address', url: `https://media.example/${name}.mp4` },
  })
  const save = (name: string, version: number) =>
    cloud.call(host.openid, 'booking.saveCentreFilm', { centreId, version, film: address(name) })
  expectData(await edit(host, centreId, 0, {}))
  expectData(await save('first', 0))
  expectError('booking.saveCentreFilm', await save('second', 0), 'BOOKING_CENTRE_CHANGED')
  const { centre } = expectData(
    await cloud.call<{ centre: { filmVersion: number; film: object } }>(host.openid, 'booking.openCentreForm', {
      centreId,
    }),
  )
  expect(centre).toMatchObject({ filmVersion: 1, film: { title: 'first' } })
  expectData(await save('second', 1))
  expectData(await edit(host, centreId, 1, {}))
})
