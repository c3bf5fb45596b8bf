import { expectData, expectError } from '../../support/expectError'
import { newRequestId } from '../../support/identityWorld'
import type { TestCloud } from '../../support/localCloud'
import { people } from '../../support/people'
import { line3, network, trip, workdays } from '../../support/shuttleNetwork'
import {
  type Draft,
  earlierDraft,
  earlierLine3,
  favour,
  publish,
  save,
  startedDraft,
  startShuttleCloud,
} from '../../support/shuttleWorld'

let cloud: TestCloud
const { pan, lin } = people

beforeAll(async () => {
  cloud = await startShuttleCloud()
})
afterAll(() => cloud.close())
// Each begins with a draft of its own.
afterEach(async () => {
  for (const { versionId } of (await desk()).drafts) expectData(await call('dropDraft', { versionId }))
  await cloud.timer('selfservice', 'tend')
})

const call = <T>(name: string, input: object = {}, requestId = newRequestId()) =>
  cloud.call<T>(pan.openid, `selfservice.${name}`, input, requestId)

interface Desk {
  drafts: (Draft & { by: string })[]
  history: { versionId: string; state: string; number: number; note: string }[]
}
const desk = async () => expectData(await call<Desk>('openShuttleDesk'))

const auditOf = async (versionId: string) => {
  const receipts = await cloud.dump<{ audit?: { by: string; subject: string; after: object } }>(
    'platform_receipts',
  )
  const audits = receipts.flatMap(({ audit }) => audit ?? [])
  return audits.filter(({ subject }) => subject === `selfservice_timetables/${versionId}`)
}

const withTrips = (...clocks: string[]) => {
  const line = earlierLine3()
  const [there, back] = line.directions as [(typeof line.directions)[0], (typeof line.directions)[0]]
  const trips = clocks.map((clock, index) => trip(`n${index}`, 'workdays', clock))
  return { ...line, directions: [{ ...there, trips }, back] }
}

test('a draft is of what was published last, and there is one of it', async () => {
  const draft = await startedDraft(cloud)
  expect((await startedDraft(cloud)).versionId).toBe(draft.versionId)
  interface OpenedLine {
    line: object
    published: object
    stops: object[]
  }
  const input = { versionId: draft.versionId, lineId: 'L3' }
  const opened = expectData(await call<OpenedLine>('openDraftLine', input))
  expect(opened.line).toEqual(line3)
  expect(opened.published).toEqual(line3)

  expectData(await save(cloud, draft))
  const changed = expectData(await call<OpenedLine>('openDraftLine', input))
  expect(changed.line).toEqual(earlierLine3())
  expect(changed.published).toEqual(line3)
  expect(await auditOf(draft.versionId)).toMatchObject([
    { by: pan.employeeId, before: null },
    {
      by: pan.employeeId,
      before: { trips: ['L3-2 0 workdays: caoan 7:32, anting 7:52, boyuan 8:01, east 8:09'] },
      after: { trips: ['L3-2 0 workdays: caoan 7:26, anting 7:46, antingN 7:49, boyuan 7:56, east 8:04'] },
    },
  ])
  // Riders see none of it.
  const home = await cloud.call(lin.openid, 'selfservice.openLine', { lineId: 'L3' })
  expect(JSON.stringify(expectData(home))).not.toContain('antingN')
})

test('a line that breaks a rule is not saved, and the answer says where', async () => {
  const draft = await startedDraft(cloud)
  const falling = await save(cloud, draft, withTrips('7:26 7:20 - 7:56 8:04'))
  expectError('selfservice.saveLine', falling, 'SELFSERVICE_TIMETABLE_WRONG')
  expect(falling).toMatchObject({ error: { fields: ['directions.0.trips.0.calls.1'] } })
  const alike = await save(cloud, draft, withTrips('7:26 7:46 - 7:56 8:04', '7:26 7:46 - 7:56 8:04'))
  expect(alike).toMatchObject({ error: { fields: ['directions.0.trips.1'] } })
  expectData(await save(cloud, draft))
})

test('two who edit at once do not write over one another', async () => {
  const draft = await startedDraft(cloud)
  const replies = await Promise.all([
    save(cloud, draft),
    save(cloud, draft, withTrips('7:26 7:46 - 7:56 8:04')),
  ])
  expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
  const late = await save(cloud, draft)
  expectError('selfservice.saveLine', late, 'SELFSERVICE_DRAFT_CHANGED')
})

test('stops, days and lines are changed as long as nothing hangs on them', async () => {
  const { versionId, revision } = await startedDraft(cloud)
  const { agencies, services } = network
  const stops = network.stops.filter(({ stopId }) => stopId !== 'anting')
  const places = (of: object[], at = revision) =>
    call<Draft>('savePlaces', { versionId, revision: at, agencies, stops: of })
  expectError('selfservice.savePlaces', await places(stops), 'SELFSERVICE_TIMETABLE_WRONG')
  const days = (of: object[], at: number) =>
    call<Draft>('saveServices', { versionId, revision: at, services: of })
  expectError('selfservice.saveServices', await days([workdays], revision), 'SELFSERVICE_TIMETABLE_WRONG')

  const renamed = network.stops.map(stop => ({ ...stop, note: '雨棚下' }))
  const first = expectData(await places(renamed)).revision
  const off = { ...workdays, exceptions: [{ on: '2026-12-31', runs: false }] }
  const second = expectData(await days([off, services[1] ?? off], first)).revision
  const removing = { versionId, revision: second, lineId: 'L3' }
  expectError(
    'selfservice.removeLine',
    await call('removeLine', { ...removing, lineId: 'L9' }),
    'SELFSERVICE_LINE_MISSING',
  )
  const third = expectData(await call<Draft>('removeLine', removing)).revision
  expectError('selfservice.savePlaces', await places(stops, second), 'SELFSERVICE_DRAFT_CHANGED')
  expectError('selfservice.saveServices', await days([workdays], second), 'SELFSERVICE_DRAFT_CHANGED')
  expectError('selfservice.removeLine', await call('removeLine', removing), 'SELFSERVICE_DRAFT_CHANGED')
  expectData(await places(stops, third))
})

test('says before it is published what it does, and what keeps it back', async () => {
  expectData(await favour(cloud, lin))
  const draft = await earlierDraft(cloud)
  interface Preview {
    changes: { words: string }[]
    problems: object[]
    followers: number
    earliestOn: string
    stale: boolean
  }
  const preview = () => call<Preview>('previewDraft', { versionId: draft.versionId })
  expect(expectData(await preview())).toMatchObject({
    changes: [{ words: '增停安亭北站，1 班改点' }],
    problems: [],
    followers: 1,
    earliestOn: '2026-11-24',
    stale: false,
  })
  const { versionId, revision } = draft
  const emptied = expectData(await call<Draft>('removeLine', { versionId, revision, lineId: 'L3' }))
  expect(expectData(await preview())).toMatchObject({ problems: [{ path: 'lines' }] })
  const wrong = await publish(cloud, { versionId, revision: emptied.revision })
  expectError('selfservice.publishDraft', wrong, 'SELFSERVICE_TIMETABLE_WRONG')
})

test('a dropped draft is gone, and the timer clears it away', async () => {
  const draft = await earlierDraft(cloud)
  const { versionId, revision } = draft
  expectData(await call('dropDraft', { versionId }))
  expectError(
    'selfservice.dropDraft',
    await call('dropDraft', { versionId }),
    'SELFSERVICE_TRANSITION_REFUSED',
  )
  expectError(
    'selfservice.openDraft',
    await call('openDraft', { versionId }),
    'SELFSERVICE_TIMETABLE_MISSING',
  )
  const changes = {
    savePlaces: { agencies: [], stops: [] },
    saveServices: { services: [] },
    removeLine: { lineId: 'L3' },
  }
  const refused = async (name: keyof typeof changes) => call(name, { versionId, revision, ...changes[name] })
  expectError('selfservice.savePlaces', await refused('savePlaces'), 'SELFSERVICE_TRANSITION_REFUSED')
  expectError('selfservice.saveServices', await refused('saveServices'), 'SELFSERVICE_TRANSITION_REFUSED')
  expectError('selfservice.removeLine', await refused('removeLine'), 'SELFSERVICE_TRANSITION_REFUSED')
  await cloud.timer('selfservice', 'tend')
  expect(await cloud.dump('selfservice_timetables')).toHaveLength(1)
  expect(await cloud.dump('selfservice_lines')).toHaveLength(1)
})

test('what is not there is not there', async () => {
  const versionId = 'none'
  const draft = { versionId, revision: 1 }
  const line = { versionId, lineId: 'L3' }
  expectError('selfservice.openDraftLine', await call('openDraftLine', line), 'SELFSERVICE_TIMETABLE_MISSING')
  expectError('selfservice.saveLine', await save(cloud, draft), 'SELFSERVICE_TIMETABLE_MISSING')
  const removing = { ...draft, lineId: 'L3' }
  expectError('selfservice.removeLine', await call('removeLine', removing), 'SELFSERVICE_TIMETABLE_MISSING')
  const places = { ...draft, agencies: [], stops: [] }
  expectError('selfservice.savePlaces', await call('savePlaces', places), 'SELFSERVICE_TIMETABLE_MISSING')
  const services = { ...draft, services: [] }
  expectError(
    'selfservice.saveServices',
    await call('saveServices', services),
    'SELFSERVICE_TIMETABLE_MISSING',
  )
  expectError(
    'selfservice.previewDraft',
    await call('previewDraft', { versionId }),
    'SELFSERVICE_TIMETABLE_MISSING',
  )
  expectError('selfservice.publishDraft', await publish(cloud, draft), 'SELFSERVICE_TIMETABLE_MISSING')
  expectError(
    'selfservice.dropDraft',
    await call('dropDraft', { versionId }),
    'SELFSERVICE_TIMETABLE_MISSING',
  )
  const gone = await call('withdrawTimetable', { versionId, reason: '不在了' })
  expectError('selfservice.withdrawTimetable', gone, 'SELFSERVICE_TIMETABLE_MISSING')
  expectError(
    'selfservice.exportFeed',
    await call('exportFeed', { versionId }),
    'SELFSERVICE_TIMETABLE_MISSING',
  )
  const there = await startedDraft(cloud)
  const noLine = await call('openDraftLine', { versionId: there.versionId, lineId: 'L9' })
  expectError('selfservice.openDraftLine', noLine, 'SELFSERVICE_LINE_MISSING')
})
