import { DAY_MS, HOUR_MS } from '@domain/kernel/time'
import type { CentreDocument } from '../../../cloudfunctions/booking/store'
import { newGuest, tendLater } from '../../support/bookingWorld'
import { PNG } from '../../support/brandLife'
import {
  at,
  booked,
  centreOf,
  formOf,
  hostOf,
  newCentre,
  placeOf,
  startCentreCloud,
  TOMORROW_10,
} from '../../support/centreWorld'
import { expectData, expectError } from '../../support/expectError'
import { bytes, uploadFilm } from '../../support/films'
import { newRequestId, upload } from '../../support/identityWorld'
import type { TestCloud } from '../../support/localCloud'
import { centreIds, people, type TestPerson } from '../../support/people'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startCentreCloud()
})
afterAll(() => cloud.close())

const ON = '2026-11-25'

interface Desk {
  centres: { centreId: string }[]
  centreId: string
  sessions: { startsAt: number; taken: number; attended: number; doorOpen: boolean }[]
  visitors: { placeId: string; shortCode: string; state: string; person: { name: string }; note: string }[]
  expected: number
  attended: number
}
interface Scanned {
  results: { outcome: string; name: string | null; party: number; placeId: string | null }[]
}

const open = (who: TestPerson, input: object) => cloud.call<Desk>(who.openid, 'booking.openDesk', input)

const scan = async (host: TestPerson, centreId: string, code: string, scannedAt = TOMORROW_10) => {
  const input = { centreId, scans: [{ code, scannedAt }] }
  const reply = await cloud.call<Scanned>(host.openid, 'booking.checkInVisitors', input)
  return expectData(reply).results[0]
}

test('a host sees their own centre, its day and who comes', async () => {
  const centreId = await newCentre(cloud)
  const host = await hostOf(cloud, centreId)
  const guest = await newGuest(cloud)
  await booked(cloud, guest, centreId, { party: 2, guests: ['小明'], note: '带轮椅' })
  await booked(cloud, await newGuest(cloud), centreId, { startsAt: TOMORROW_10 + HOUR_MS })
  const gone = await booked(cloud, people.chen, centreId)
  expectData(await cloud.call(people.chen.openid, 'booking.leave', { placeId: gone.placeId }))

  const desk = expectData(await open(host, { on: ON }))
  expect(desk).toMatchObject({ centreId, centres: [{ centreId }], expected: 3, attended: 0 })
  expect(desk.sessions.map(({ taken }) => taken)).toEqual([2, 1])
  expect(desk.visitors[0]).toMatchObject({ person: { name: guest.name }, note: '带轮椅', state: 'confirmed' })
  expect(desk.visitors).toHaveLength(2)
  expect(JSON.stringify(desk)).not.toContain(guest.phone)
  expectError('booking.openDesk', await open(people.qiao, { centreId, on: ON }), 'BOOKING_CENTRE_MISSING')
})

test('a ticket is let in once, by its code, its digits or a tap, when its hour has come', async () => {
  const centreId = await newCentre(cloud)
  const host = await hostOf(cloud, centreId)
  const [guest, other] = [await newGuest(cloud), await newGuest(cloud)]
  const { placeId } = await booked(cloud, guest, centreId)
  const evening = await booked(cloud, other, centreId, { startsAt: TOMORROW_10 + 6 * HOUR_MS })
  const { codes } = await placeOf(cloud, placeId)

  await at(cloud, TOMORROW_10, async () => {
    expect(await scan(host, centreId, codes[0])).toMatchObject({
      outcome: 'attended',
      name: guest.name,
      placeId,
    })
    expect(await scan(host, centreId, codes[1])).toMatchObject({ outcome: 'already' })
    expect(await scan(host, centreId, placeId)).toMatchObject({ outcome: 'already' })
    expect(await scan(host, centreId, evening.placeId)).toMatchObject({
      outcome: 'notOpen',
      name: other.name,
    })
    expect(await scan(host, centreId, 'NOBODYHASTHISONE')).toMatchObject({ outcome: 'unknown', name: null })
    expect(expectData(await open(host, { on: ON }))).toMatchObject({ expected: 2, attended: 1 })
  })
  expect((await placeOf(cloud, placeId)).state).toBe('attended')
})

test('a ticket of another centre is unknown at this desk', async () => {
  const [here, there] = [await newCentre(cloud), await newCentre(cloud)]
  const host = await hostOf(cloud, here)
  await booked(cloud, await newGuest(cloud), here)
  const { placeId } = await booked(cloud, await newGuest(cloud), there)
  await at(cloud, TOMORROW_10, async () =>
    expect(await scan(host, here, placeId)).toMatchObject({ outcome: 'unknown' }),
  )
  expect((await placeOf(cloud, placeId)).state).toBe('confirmed')
})

test('an edit counts for what is booked from then on, and stands in the audit', async () => {
  const centreId = await newCentre(cloud)
  const host = await hostOf(cloud, centreId)
  await booked(cloud, await newGuest(cloud), centreId, { party: 2, guests: ['小明'] })
  const form = {
    ...formOf(centreId),
    ...{ intro: '改过的介绍', directions: ['坐 11 号线'], story: [{ title: '1959', text: '一根带子' }] },
    ...{ address: '安亭镇 2 号', latitude: 31.3, onHolidays: 'usual', followsExchange: true },
    week: [{ weekday: 4, fromMinute: 600, untilMinute: 1_020 }],
  }
  const saved = expectData(await cloud.call(host.openid, 'booking.editCentre', form))
  expect(saved).toEqual({ saved: true, version: 1, outside: 2 })
  const shown = await cloud.call(host.openid, 'booking.openCentreForm', { centreId })
  expect(expectData(shown)).toMatchObject({
    centre: { ...form, version: 1 },
  })
  const receipts = await cloud.dump<{ audit?: { by: string; subject: string; after: object } }>(
    'platform_receipts',
  )
  expect(receipts.map(({ audit }) => audit)).toContainEqual(
    expect.objectContaining({ by: host.employeeId, subject: `booking_centres/${centreId}` }),
  )
})

test('two hosts who edit at once do not write over each other', async () => {
  const centreId = await newCentre(cloud)
  const hosts = [await hostOf(cloud, centreId), await hostOf(cloud, centreId)]
  const replies = await Promise.all(
    hosts.map(({ openid }, index) =>
      cloud.call(openid, 'booking.editCentre', { ...formOf(centreId), headline: `第 ${index + 1} 位写的` }),
    ),
  )
  expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
  const again = formOf(centreId, 1)
  const [first] = hosts as [TestPerson, TestPerson]
  expect(expectData(await cloud.call(first.openid, 'booking.editCentre', again))).toMatchObject({
    version: 2,
  })
})

test('a new kind of visit has pictures of its own and is booked from then on', async () => {
  const centreId = await newCentre(cloud)
  const host = await hostOf(cloud, centreId)
  const fileId = await upload(cloud, host.openid, 'uploads/drive.png', bytes(PNG))
  const form = formOf(centreId)
  const { kindId: _kindId, ...tourWords } = form.kinds[0] as { kindId: string }
  const drive = { ...tourWords, name: '试驾', minutes: 45, pictureFileId: fileId }
  const gallery = [{ fileId, caption: '门外的试驾道' }]
  const saved = { ...form, gallery, kinds: [...form.kinds, drive] }
  expectData(await cloud.call(host.openid, 'booking.editCentre', saved))
  const [centre] = (await cloud.dump<CentreDocument>('booking_centres')).filter(({ _id }) => _id === centreId)
  const [known, added] = centre?.kinds ?? []
  expect(known).toMatchObject({ kindId: 'tour' })
  expect(added).toMatchObject({ name: '试驾', since: '2026-11-24' })
  expect(added?.pictureFileId).toMatch(/\/pictures\//)
  expect(centre?.gallery).toEqual([{ fileId: added?.pictureFileId, caption: '门外的试驾道' }])
  const { placeId } = await booked(cloud, await newGuest(cloud), centreId, { kindId: added?.kindId })
  expect(await placeOf(cloud, placeId)).toMatchObject({ visit: { name: '试驾' } })

  // Without it whoever has booked it keeps it, and the host hears of how many.
  const without = expectData(await cloud.call(host.openid, 'booking.editCentre', formOf(centreId, 1)))
  expect(without).toMatchObject({ version: 2, outside: 1 })
})

test('a film is copied, seen on the page, replaced and taken away, and what it was goes with it', async () => {
  const centreId = await newCentre(cloud)
  const host = await hostOf(cloud, centreId)
  let version = 0
  const save = async (film: object | null) => {
    const input = { centreId, version, film }
    const reply = await cloud.call(host.openid, 'booking.saveCentreFilm', input, newRequestId())
    if (reply.ok) version += 1
    return reply
  }
  const shown = async () => {
    const reply = await cloud.call<{ centre: { film: CentreDocument['film'] } }>(
      people.lin.openid,
      'booking.openCentre',
      { centreId },
    )
    return expectData(reply).centre.film
  }
  const isKept = async (film: CentreDocument['film']) =>
    (await fetch(`${cloud.url}/storage/films/${film?.fileId.split('/films/')[1]}`)).ok
  const words = { title: '一盏灯', seconds: 80 }
  const fileId = await uploadFilm(cloud, host)
  expectData(await save({ ...words, source: { kind: 'upload', fileId } }))
  const first = await shown()
  expect(first).toMatchObject({ ...words, posterFileId: centreOf(centreId).coverFileId })
  expect(first?.fileId).toMatch(/^cloud:.*\/films\/.*\.mp4$/)
  expectError(
    'booking.saveCentreFilm',
    await save({ ...words, source: { kind: 'upload', fileId } }),
    'BOOKING_FILM_MISSING',
  )
  const posterFileId = await upload(cloud, host.openid, 'uploads/poster.png', bytes(PNG))
  expectData(await save({ title: '两盏灯', seconds: 81, source: { kind: 'kept' }, posterFileId }))
  expect(await shown()).toMatchObject({ title: '两盏灯', fileId: first?.fileId })
  expect((await shown())?.posterFileId).toMatch(/\/pictures\//)
  expect(await isKept(first)).toBe(true)
  const url = 'https://media.volvocars.example/centre.mp4'
  expectData(await save({ ...words, source: { kind: 'address', url } }))
  expect([(await shown())?.fileId, await isKept(first)]).toEqual([url, false])
  expectData(await save(null))
  expect(await shown()).toBeNull()
})

interface Statistics {
  figures: { key: string; value: number | null }[]
  byWeekday: { weekday: number; guests: number; sessions: number }[]
  byTime: { minute: number; guests: number }[]
  byDay: { on: string; seats: number; guests: number; attended: number }[]
  feedback: { spread: number[]; latest: { words: string }[] }
  complete: boolean
}

test('the figures of a day that is over count who had a seat, who came, and what they said', async () => {
  const centreId = await newCentre(cloud, { openedOn: ON })
  const host = await hostOf(cloud, centreId)
  const [came, missed] = [await newGuest(cloud), await newGuest(cloud)]
  const { placeId } = await booked(cloud, came, centreId, { party: 3, guests: ['甲', '乙'] })
  await booked(cloud, missed, centreId)
  await at(cloud, TOMORROW_10, () => scan(host, centreId, placeId))
  const figuresAt = async (instant: number) =>
    at(cloud, instant, async () => {
      const input = { centreId, fromOn: ON, untilOn: '2026-11-26' }
      return expectData(await cloud.call<Statistics>(host.openid, 'booking.openStatistics', input))
    })
  await at(cloud, TOMORROW_10 + 20 * HOUR_MS, async () => {
    expectData(
      await cloud.call(came.openid, 'booking.giveFeedback', { placeId, score: 4, words: '二楼有点热' }),
    )
    await cloud.timer('booking', 'tend')
  })
  const { figures, byWeekday, byTime, byDay, feedback, complete } = await figuresAt(
    TOMORROW_10 + 20 * HOUR_MS,
  )
  // Seven slots of that day, one of them booked, six by nobody.
  expect(Object.fromEntries(figures.map(({ key, value }) => [key, value]))).toEqual({
    visits: 2,
    guests: 3,
    attendance: 0.5,
    noShow: 0.5,
    fill: 4 / (7 * 30),
    sessions: 7,
    score: 4,
  })
  expect(byDay).toEqual([{ on: ON, sessions: 7, seats: 210, taken: 4, guests: 4, attended: 3 }])
  expect(byTime[0]).toMatchObject({ minute: 600, guests: 4 })
  expect(byWeekday.filter(({ sessions }) => sessions > 0)).toMatchObject([{ weekday: 3, guests: 4 }])
  expect(feedback).toMatchObject({ spread: [0, 0, 0, 1, 0], latest: [{ words: '二楼有点热' }] })
  expect(complete).toBe(true)
})

test('a colleague sees the centres, their hours and what is left', async () => {
  const guest = await newGuest(cloud)
  const { placeId } = await booked(cloud, guest, centreIds.chengdu)
  const list = expectData(
    await cloud.call<{ centres: { centreId: string }[]; mine: { placeId: string }[] }>(
      guest.openid,
      'booking.listCentres',
    ),
  )
  expect(list.centres.slice(0, 2).map(({ centreId }) => centreId)).toEqual([
    centreIds.shanghai,
    centreIds.chengdu,
  ])
  expect(list.mine.map(mine => mine.placeId)).toEqual([placeId])
  const opened = expectData(
    await cloud.call<{ next: { startsAt: number; left: number }[]; hosting: boolean }>(
      guest.openid,
      'booking.openCentre',
      { centreId: centreIds.chengdu },
    ),
  )
  expect(opened.hosting).toBe(false)
  expect(opened.next).toContainEqual(
    expect.objectContaining({ startsAt: TOMORROW_10, left: 29, mine: placeId }),
  )
})

test('those who come are reminded the day before', async () => {
  const centreId = await newCentre(cloud)
  const guest = await newGuest(cloud)
  await booked(cloud, guest, centreId, { startsAt: TOMORROW_10 + 2 * DAY_MS })
  await at(cloud, TOMORROW_10 + DAY_MS, () => cloud.timer('booking', 'tend'))
  const notices = await cloud.dump<{ employeeId: string; title: string; target: { kind: string } }>(
    'notice_messages',
  )
  const own = notices.filter(({ employeeId }) => employeeId === guest.employeeId)
  expect(own).toMatchObject([{ title: '明天见：上海品牌体验中心', target: { kind: 'visit' } }])
  await tendLater(cloud)
})
