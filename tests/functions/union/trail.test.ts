import { paragraphsOf } from '@domain/kernel/richText'
import { DAY_MS, HOUR_MS } from '@domain/kernel/time'
import { expectData } from '../../support/expectError'
import { newRequestId } from '../../support/identityWorld'
import type { TestCloud } from '../../support/localCloud'
import { people, type TestPerson } from '../../support/people'
import { applyToPhoto, newcomer, noticesTo, startUnionCloud, UNION_CLOCK } from '../../support/unionWorld'

const { tang, qiu, lin, guo } = people
const NOW = Date.parse(UNION_CLOCK)

let cloud: TestCloud
beforeEach(async () => {
  cloud = await startUnionCloud()
})
afterEach(() => cloud.close())

const call = async <T>(who: TestPerson, name: string, input: object) =>
  expectData(await cloud.call<T>(who.openid, name, input, newRequestId()))
const later = (afterMs: number) => cloud.clock(new Date(NOW + afterMs).toISOString())

/** Lets a newcomer do somebody's work from now on. */
async function deputyOf(lender: TestPerson): Promise<TestPerson> {
  const deputy = await newcomer(cloud)
  const period = { startsAt: NOW, endsAt: NOW + 10 * DAY_MS }
  await call(lender, 'access.lendRoles', { toEmployeeId: deputy.employeeId, ...period })
  return deputy
}

async function proposeEvent(): Promise<string> {
  const startsAt = NOW + 5 * DAY_MS
  const { eventId } = await call<{ eventId: string }>(tang, 'union.createEvent', {
    associationId: 'photo',
    title: '厂房夜拍',
    body: paragraphsOf('带三脚架。'),
    venue: { name: '成都工厂' },
    startsAt,
    endsAt: startsAt + 2 * HOUR_MS,
    joinUntil: startsAt,
    cancelUntil: startsAt - DAY_MS,
    capacity: 20,
    fee: 50,
  })
  return eventId
}

const propose = () =>
  call<{ foundingId: string }>(lin, 'union.proposeAssociation', {
    name: '桌游社',
    category: 'culture',
    site: '上海',
    headline: '每周五 18:30',
    intro: '下班以后一起玩桌游，新手也欢迎。',
    reason: '已经有十二位同事愿意来',
  })

const todosOf = async (who: TestPerson, id: string) =>
  (await noticesTo(cloud, who))
    .filter(({ kind, target }) => kind === 'todo' && target?.id === id)
    .map(({ title }) => title)
    .sort()

test('a deputy hears of an application as the president does, and is reminded as well', async () => {
  const deputy = await deputyOf(tang)
  const membershipId = await applyToPhoto(cloud, lin)
  await later(2 * DAY_MS)
  await cloud.timer('union', 'tend')
  const expected = ['林晓川想加入光影摄影社', '林晓川还在等光影摄影社的回复'].sort()
  expect(await todosOf(tang, membershipId)).toEqual(expected)
  expect(await todosOf(deputy, membershipId)).toEqual(expected)
  await later(2 * DAY_MS + 1)
  await call(deputy, 'union.decide', { membershipIds: [membershipId], decision: 'approve' })
  // Whoever has decided, nothing is left to do for either.
  for (const who of [tang, deputy]) expect(await todosOf(who, membershipId)).toEqual([])
})

test('the deputies of the union hear of a founding and of an event, first and when they are late', async () => {
  const deputy = await deputyOf(qiu)
  const { foundingId } = await propose()
  const eventId = await proposeEvent()
  await later(25 * HOUR_MS)
  await cloud.timer('union', 'tend')
  for (const who of [qiu, deputy]) {
    expect(await todosOf(who, foundingId)).toEqual(
      ['林晓川创办桌游社的申请还在等你', '林晓川想创办桌游社'].sort(),
    )
    expect(await todosOf(who, eventId)).toEqual(['「厂房夜拍」还在等你同意', '唐若溪想办「厂房夜拍」'].sort())
  }
  await later(26 * HOUR_MS)
  await call(qiu, 'union.decideEvent', { eventId, version: 0, verdict: 'approve' })
  await call(lin, 'union.withdrawFounding', { foundingId })
  for (const id of [foundingId, eventId]) expect(await todosOf(deputy, id)).toEqual([])
})

test('once the absence is over its deputy hears no more', async () => {
  const deputy = await deputyOf(tang)
  await later(11 * DAY_MS)
  const membershipId = await applyToPhoto(cloud, lin)
  expect(await todosOf(deputy, membershipId)).toEqual([])
})

test('an event’s trail tells its host and the union each step, who, when and why; nobody else', async () => {
  const eventId = await proposeEvent()
  interface Opened {
    approval: object | null
  }
  const open = (who: TestPerson) => call<Opened>(who, 'union.openEvent', { eventId })
  expect((await open(tang)).approval).toMatchObject({
    state: 'running',
    proposedAt: NOW,
    nodes: [{ title: '工会干事', state: 'current', since: NOW, decisions: [] }],
    waitsFor: [{ employeeId: qiu.employeeId, name: qiu.name }],
  })
  await later(3 * HOUR_MS)
  await call(qiu, 'union.decideEvent', { eventId, version: 0, verdict: 'approve', reason: '费用合理' })
  for (const who of [tang, qiu])
    expect((await open(who)).approval).toMatchObject({
      state: 'approved',
      nodes: [
        {
          state: 'done',
          since: NOW,
          decisions: [
            { verdict: 'approve', by: { name: qiu.name }, reason: '费用合理', at: NOW + 3 * HOUR_MS },
          ],
        },
      ],
      waitsFor: [],
    })
  expect((await open(guo)).approval).toBeNull()
})

test('the president’s page tells the middle of how long decisions took', async () => {
  for (const afterMs of [HOUR_MS, 5 * HOUR_MS, 9 * HOUR_MS]) {
    await later(0)
    const membershipIds = [await applyToPhoto(cloud, await newcomer(cloud))]
    await later(afterMs)
    await call(tang, 'union.decide', { membershipIds, decision: 'approve' })
  }
  const { medianMs } = await call<{ medianMs: number }>(tang, 'union.openPresidency', {})
  expect(medianMs).toBe(5 * HOUR_MS)
})
