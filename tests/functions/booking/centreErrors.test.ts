import { DAY_MS, HOUR_MS } from '@domain/kernel/time'
import { NOW, newGuest, newGuests, sessionIn, tendLater } from '../../support/bookingWorld'
import {
  at,
  book,
  booked,
  closeTomorrow,
  formOf,
  hostOf,
  move,
  newCentre,
  placeOf,
  rules,
  sessionIdOf,
  startCentreCloud,
  TOMORROW_10,
} from '../../support/centreWorld'
import { expectData, expectError } from '../../support/expectError'
import { keeperOf } from '../../support/facilityWorld'
import { bytes, uploadFilm } from '../../support/films'
import { upload } from '../../support/identityWorld'
import type { TestCloud } from '../../support/localCloud'
import { centreIds, people, type TestPerson } from '../../support/people'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startCentreCloud()
})
afterAll(() => cloud.close())

const judge = (mode: 'risky' | 'fail') =>
  cloud.fault({ openapi: { api: 'security.msgSecCheck', mode, times: 1 } })
const qiao = people.qiao
const by = (who: TestPerson, name: string, input: object) => cloud.call(who.openid, name, input)

/** Lets the time of a booking pass without the person. */
async function missed(centreId: string, guest: TestPerson, startsAt: number): Promise<void> {
  await booked(cloud, guest, centreId, { startsAt })
  await at(cloud, startsAt + 14 * HOUR_MS, () => cloud.timer('booking', 'tend'))
}

test('a booking is refused by the rules of the centre', async () => {
  const guest = await newGuest(cloud)
  const centreId = await newCentre(cloud)
  const to = (more: object) => book(cloud, guest, centreId, more)
  expectError('booking.bookVisit', await book(cloud, guest, 'nowhere'), 'BOOKING_CENTRE_MISSING')
  expectError('booking.bookVisit', await to({ startsAt: TOMORROW_10 + 1 }), 'BOOKING_SLOT_MISSING')
  expectError('booking.bookVisit', await to({ startsAt: NOW + HOUR_MS }), 'BOOKING_NOTICE_TOO_SHORT')
  const far = { startsAt: TOMORROW_10 + 21 * DAY_MS }
  expectError('booking.bookVisit', await to(far), 'BOOKING_BEYOND_HORIZON')
  expectError('booking.bookVisit', await to({ party: 2 }), 'BOOKING_GUESTS_WRONG')
  const six = { party: 6, guests: ['甲', '乙', '丙', '丁', '戊'] }
  expectError('booking.bookVisit', await to(six), 'BOOKING_PARTY_TOO_LARGE')
  await judge('risky')
  expectError('booking.bookVisit', await to({ note: '带轮椅' }), 'CONTENT_REJECTED')
  await judge('fail')
  expectError('booking.bookVisit', await to({ note: '带轮椅' }), 'CONTENT_CHECK_UNAVAILABLE')

  await booked(cloud, guest, centreId)
  expectError('booking.bookVisit', await to({}), 'BOOKING_ALREADY_IN')
  await booked(cloud, guest, centreId, { startsAt: TOMORROW_10 + HOUR_MS })
  const third = { startsAt: TOMORROW_10 + 2 * HOUR_MS }
  expectError('booking.bookVisit', await to(third), 'BOOKING_QUOTA_FULL')
})

test('a slot that is closed cannot be booked, nor one whose session was ended', async () => {
  const centreId = await newCentre(cloud)
  const host = await hostOf(cloud, centreId)
  await booked(cloud, await newGuest(cloud), centreId, { startsAt: TOMORROW_10 + DAY_MS })
  await closeTomorrow(cloud, host, centreId)
  const guest = await newGuest(cloud)
  expectError('booking.bookVisit', await book(cloud, guest, centreId), 'BOOKING_SLOT_CLOSED')
  const known = await sessionIn(cloud, sessionIdOf(centreId, 1))
  const over = {
    ...known,
    _id: sessionIdOf(centreId, 2),
    startsAt: TOMORROW_10 + 2 * DAY_MS,
    state: 'closed',
  }
  await cloud.engine.insertMany('booking_sessions', [over])
  const later = { startsAt: TOMORROW_10 + 2 * DAY_MS }
  expectError('booking.bookVisit', await book(cloud, guest, centreId, later), 'BOOKING_CLOSED')
})

test('a full hour is queued for only until the deadline for giving seats up', async () => {
  const [first, late] = (await newGuests(cloud, 2)) as [TestPerson, TestPerson]
  const centreId = await newCentre(
    cloud,
    rules({ seats: 1, partyMax: 1, noticeMinutes: 60, cancelMinutes: 720 }),
  )
  await booked(cloud, first, centreId)
  await at(cloud, TOMORROW_10 - 11 * HOUR_MS, async () =>
    expectError('booking.bookVisit', await book(cloud, late, centreId), 'BOOKING_FULL'),
  )
})

test('who did not come twice waits until the first time is long enough ago', async () => {
  const centreId = await newCentre(cloud)
  const guest = await newGuest(cloud)
  await missed(centreId, guest, TOMORROW_10)
  await missed(centreId, guest, TOMORROW_10 + DAY_MS)
  const again = { startsAt: TOMORROW_10 + 3 * DAY_MS }
  expectError('booking.bookVisit', await book(cloud, guest, centreId, again), 'BOOKING_PAUSED')
  const held = await booked(cloud, await newGuest(cloud), centreId, again)
  expect(held.state).toBe('confirmed')
})

describe('moving a visit', () => {
  test('is refused by the same rules, and the old one stays', async () => {
    const centreId = await newCentre(cloud)
    const host = await hostOf(cloud, centreId)
    const guest = await newGuest(cloud)
    const { placeId } = await booked(cloud, guest, centreId)
    const to = (startsAt: number) => move(cloud, guest, placeId, startsAt)
    expectError('booking.moveVisit', await move(cloud, guest, 'none', NOW), 'BOOKING_PLACE_MISSING')
    const theirs = await move(cloud, await newGuest(cloud), placeId, TOMORROW_10 + HOUR_MS)
    expectError('booking.moveVisit', theirs, 'BOOKING_PLACE_MISSING')
    expectError('booking.moveVisit', await to(TOMORROW_10 + 1), 'BOOKING_SLOT_MISSING')
    expectError('booking.moveVisit', await to(NOW + HOUR_MS), 'BOOKING_NOTICE_TOO_SHORT')
    expectError('booking.moveVisit', await to(TOMORROW_10 + 21 * DAY_MS), 'BOOKING_BEYOND_HORIZON')
    expectError('booking.moveVisit', await to(TOMORROW_10), 'BOOKING_ALREADY_IN')
    const fromAt = TOMORROW_10 + DAY_MS
    await closeTomorrow(cloud, host, centreId, { fromAt, untilAt: fromAt + HOUR_MS })
    expectError('booking.moveVisit', await to(fromAt), 'BOOKING_SLOT_CLOSED')
    const late = await at(cloud, TOMORROW_10 - 11 * HOUR_MS, () => to(TOMORROW_10 + 3 * DAY_MS))
    expectError('booking.moveVisit', late, 'BOOKING_TOO_LATE')
    expect((await sessionIn(cloud, sessionIdOf(centreId))).taken).toBe(1)
  })

  test('is refused where no seat is left, after it was given up, and after absences', async () => {
    const centreId = await newCentre(cloud, rules({ seats: 1, upcomingMax: 5 }))
    const [guest, other] = (await newGuests(cloud, 2)) as [TestPerson, TestPerson]
    const taken = TOMORROW_10 + 2 * DAY_MS
    await booked(cloud, other, centreId, { startsAt: taken })
    const { placeId } = await booked(cloud, guest, centreId, { startsAt: TOMORROW_10 + 3 * DAY_MS })
    expectError('booking.moveVisit', await move(cloud, guest, placeId, taken), 'BOOKING_SLOT_FULL')
    await missed(centreId, guest, TOMORROW_10)
    await missed(centreId, guest, TOMORROW_10 + DAY_MS)
    const free = TOMORROW_10 + HOUR_MS
    expectError('booking.moveVisit', await move(cloud, guest, placeId, free), 'BOOKING_PAUSED')
    expectData(await by(guest, 'booking.leave', { placeId }))
    expectError('booking.moveVisit', await move(cloud, guest, placeId, free), 'BOOKING_TRANSITION_REFUSED')
  })

  test('finds no centre and no session that is gone', async () => {
    const centreId = await newCentre(cloud)
    const guest = await newGuest(cloud)
    const { placeId } = await booked(cloud, guest, centreId)
    const place = await placeOf(cloud, placeId)
    const lost = { ...place, _id: 'lost-centre', subjectId: 'none' }
    const adrift = { ...place, _id: 'lost-session', sessionId: 'none' }
    await cloud.engine.insertMany('booking_places', [lost, adrift])
    const open = (id: string) => by(guest, 'booking.openVisit', { placeId: id })
    const gone = await move(cloud, guest, lost._id, TOMORROW_10 + HOUR_MS)
    expectError('booking.moveVisit', gone, 'BOOKING_CENTRE_MISSING')
    expectError('booking.openVisit', await open(lost._id), 'BOOKING_CENTRE_MISSING')
    expectError('booking.openVisit', await open(adrift._id), 'BOOKING_SESSION_MISSING')
  })
})

test('words are given once, by somebody who was there', async () => {
  const centreId = await newCentre(cloud)
  const host = await hostOf(cloud, centreId)
  const guest = await newGuest(cloud)
  const { placeId } = await booked(cloud, guest, centreId)
  const give = (words = '讲得真好', who = guest) =>
    by(who, 'booking.giveFeedback', { placeId, score: 5, words })
  const theirs = await give('', await newGuest(cloud))
  expectError('booking.giveFeedback', theirs, 'BOOKING_PLACE_MISSING')
  expectError('booking.giveFeedback', await give(), 'BOOKING_NOT_ATTENDED')
  await at(cloud, TOMORROW_10, () =>
    by(host, 'booking.checkInVisitors', { centreId, scans: [{ code: placeId, scannedAt: TOMORROW_10 }] }),
  )
  await judge('risky')
  expectError('booking.giveFeedback', await give(), 'CONTENT_REJECTED')
  await judge('fail')
  expectError('booking.giveFeedback', await give(), 'CONTENT_CHECK_UNAVAILABLE')
  expectData(await give())
  expectError('booking.giveFeedback', await give(), 'BOOKING_FEEDBACK_GIVEN')
  const centre = (await cloud.dump<{ _id: string }>('booking_centres')).find(({ _id }) => _id === centreId)
  expect(centre).toMatchObject({ scores: 1, scoreSum: 5 })
})

describe('the desk of another centre', () => {
  const other = { centreId: centreIds.chengdu }
  const times = { fromAt: TOMORROW_10, untilAt: TOMORROW_10 + HOUR_MS }
  const asQiao = (name: string, input: object) => by(qiao, name, input)
  test('is not there for a host', async () => {
    expectError('booking.openDesk', await asQiao('booking.openDesk', other), 'BOOKING_CENTRE_MISSING')
    const scans = { ...other, scans: [{ code: '0000', scannedAt: NOW }] }
    const scanned = await asQiao('booking.checkInVisitors', scans)
    expectError('booking.checkInVisitors', scanned, 'BOOKING_CENTRE_MISSING')
    const preview = await asQiao('booking.previewClosure', { ...other, ...times })
    expectError('booking.previewClosure', preview, 'BOOKING_CENTRE_MISSING')
    const planned = await asQiao('booking.planClosure', { ...other, ...times, reason: '设备检修' })
    expectError('booking.planClosure', planned, 'BOOKING_CENTRE_MISSING')
    const listed = await asQiao('booking.listClosures', other)
    expectError('booking.listClosures', listed, 'BOOKING_CENTRE_MISSING')
    const opened = await asQiao('booking.openCentreForm', other)
    expectError('booking.openCentreForm', opened, 'BOOKING_CENTRE_MISSING')
    const edited = await asQiao('booking.editCentre', formOf(other.centreId))
    expectError('booking.editCentre', edited, 'BOOKING_CENTRE_MISSING')
    const filmed = await asQiao('booking.saveCentreFilm', { ...other, version: 0, film: null })
    expectError('booking.saveCentreFilm', filmed, 'BOOKING_CENTRE_MISSING')
    const days = { fromOn: '2026-11-01', untilOn: '2026-11-23' }
    const figures = await asQiao('booking.openStatistics', { ...other, ...days })
    expectError('booking.openStatistics', figures, 'BOOKING_CENTRE_MISSING')
  })

  test('keeps its closures', async () => {
    const centreId = await newCentre(cloud)
    const host = await hostOf(cloud, centreId)
    const closureId = await closeTomorrow(cloud, host, centreId)
    const cancel = (who: TestPerson) => by(who, 'booking.cancelClosure', { closureId })
    expectError('booking.cancelClosure', await cancel(qiao), 'BOOKING_CLOSURE_MISSING')
    expectData(await cancel(host))
    expectError('booking.cancelClosure', await cancel(host), 'BOOKING_CLOSURE_OVER')
    await tendLater(cloud)
  })

  test('refuses a film that is none', async () => {
    const own = { centreId: centreIds.shanghai, version: 0 }
    const save = (source: object, more: object = {}) =>
      asQiao('booking.saveCentreFilm', { ...own, film: { title: '一盏灯', seconds: 80, source, ...more } })
    const missing = { kind: 'upload', fileId: 'cloud://wo-local.wo-local/uploads/none.mp4' }
    expectError('booking.saveCentreFilm', await save(missing), 'BOOKING_FILM_MISSING')
    expectError('booking.saveCentreFilm', await save({ kind: 'kept' }), 'BOOKING_FILM_MISSING')
    const uploaded = async (content?: string) => ({
      kind: 'upload',
      fileId: await uploadFilm(cloud, qiao, content),
    })
    const page = await uploaded('<html><body></body></html>')
    expectError('booking.saveCentreFilm', await save(page), 'BOOKING_FILM_UNFIT')
    const quickTime = await uploaded('\0\0\0\x14ftypqt  ')
    expectError('booking.saveCentreFilm', await save(quickTime), 'BOOKING_FILM_UNFIT')
    const noPoster = { posterFileId: 'cloud://wo-local.wo-local/uploads/none.png' }
    expectError('booking.saveCentreFilm', await save(await uploaded(), noPoster), 'BOOKING_POSTER_MISSING')
    const script = { posterFileId: await upload(cloud, qiao.openid, 'uploads/script.png', bytes('<script>')) }
    expectError('booking.saveCentreFilm', await save(await uploaded(), script), 'BOOKING_POSTER_UNFIT')
    await judge('risky')
    expectError('booking.saveCentreFilm', await save(await uploaded()), 'CONTENT_REJECTED')
    await judge('fail')
    expectError('booking.saveCentreFilm', await save(await uploaded()), 'CONTENT_CHECK_UNAVAILABLE')
  })

  test('refuses times, days and hours that make no sense', async () => {
    const own = { centreId: centreIds.shanghai }
    const wrong = { ...own, fromAt: TOMORROW_10, untilAt: TOMORROW_10 }
    const preview = await asQiao('booking.previewClosure', wrong)
    expectError('booking.previewClosure', preview, 'BOOKING_TIMES_WRONG')
    const plan = (more: object = {}) =>
      asQiao('booking.planClosure', { ...own, ...times, reason: '设备检修', ...more })
    expectError('booking.planClosure', await plan(wrong), 'BOOKING_TIMES_WRONG')
    await judge('risky')
    expectError('booking.planClosure', await plan(), 'CONTENT_REJECTED')
    await judge('fail')
    expectError('booking.planClosure', await plan(), 'CONTENT_CHECK_UNAVAILABLE')
    const days = { ...own, fromOn: '2026-11-02', untilOn: '2026-11-01' }
    const figures = await asQiao('booking.openStatistics', days)
    expectError('booking.openStatistics', figures, 'BOOKING_DAYS_WRONG')
    const edit = (more: object = {}) => asQiao('booking.editCentre', { ...formOf(own.centreId), ...more })
    const short = { week: [{ weekday: 1, fromMinute: 600, untilMinute: 630 }] }
    expectError('booking.editCentre', await edit(short), 'BOOKING_HOURS_WRONG')
    const [tour] = formOf(own.centreId).kinds
    const kinds = (...kinds: object[]) => edit({ kinds })
    expectError('booking.editCentre', await kinds({ ...tour, kindId: 'boat' }), 'BOOKING_KIND_MISSING')
    expectError('booking.editCentre', await kinds({ ...tour, seats: 2 }), 'BOOKING_KINDS_WRONG')
    expectError(
      'booking.editCentre',
      await kinds({ ...tour }, { ...tour, kindId: undefined }),
      'BOOKING_KINDS_WRONG',
    )
    expectError('booking.editCentre', await edit({ version: 1 }), 'BOOKING_CENTRE_CHANGED')
    const lost = { coverFileId: 'cloud://wo-local.wo-local/uploads/none.png' }
    expectError('booking.editCentre', await edit(lost), 'BOOKING_PICTURE_MISSING')
    const script = await upload(cloud, qiao.openid, 'uploads/script.png', bytes('<script>'))
    const page = { gallery: [{ fileId: script, caption: '' }] }
    expectError('booking.editCentre', await edit(page), 'BOOKING_PICTURE_UNFIT')
    await judge('risky')
    expectError('booking.editCentre', await edit(), 'CONTENT_REJECTED')
    await judge('fail')
    expectError('booking.editCentre', await edit(), 'CONTENT_CHECK_UNAVAILABLE')
  })
})

test('where no gym and no venue is yet, whoever runs all of them is told so, and nobody else', async () => {
  const desk = async (who: TestPerson) => by(who, 'booking.openFacilityDesk', {})
  expectError('booking.openFacilityDesk', await desk(await keeperOf(cloud)), 'BOOKING_NO_FACILITY')
  expectError(
    'booking.openFacilityDesk',
    await desk(await keeperOf(cloud, 'gym-x')),
    'BOOKING_FACILITY_MISSING',
  )
})
