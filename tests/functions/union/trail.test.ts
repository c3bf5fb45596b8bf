import { paragraphsOf } from '@domain/kernel/richText'
import { DAY_MS, HOUR_MS } from '@domain/kernel/time'
import type { MembershipDocument } from '../../../cloudfunctions/union/store'
import { expectData } from '../../support/expectError'
import { newRequestId } from '../../support/identityWorld'
import type { TestCloud } from '../../support/localCloud'
import { changePerson, people, type TestPerson } from '../../support/people'
import {
  applyToPhoto,
  membershipIn,
  newcomer,
  noticesTo,
  startUnionCloud,
  UNION_CLOCK,
} from '../../support/unionWorld'

const { tang, qiu, lin, guo } = people
const NOW = Date.parse(UNION_CLOCK)
const REMINDED_AT_ONCE = 50

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

test('applications to what is no more hold up no reminder, and are due no more', async () => {
  const membershipId = await applyToPhoto(cloud, lin)
  const applied = await membershipIn(cloud, membershipId)
  const lost = Array.from({ length: REMINDED_AT_ONCE }, (_application, index) => {
    const associationId = `gone-${index}`
    return { ...applied, _id: `${associationId}:${lin.employeeId}`, associationId, remindAt: 1 }
  })
  await cloud.engine.insertMany('union_memberships', lost)
  await later(2 * DAY_MS)
  for (const _run of [1, 2]) await cloud.timer('union', 'tend')
  expect(await todosOf(tang, membershipId)).toContain('林晓川还在等光影摄影社的回复')
  const memberships = await cloud.dump<MembershipDocument>('union_memberships')
  const due = memberships.filter(({ remindAt }) => remindAt !== null)
  expect(due.map(({ _id }) => _id)).toEqual([membershipId])
})

test('a president who has left is reminded of nothing', async () => {
  const membershipId = await applyToPhoto(cloud, lin)
  const before = await todosOf(tang, membershipId)
  await changePerson(cloud.engine, tang, { status: 'left' })
  await later(2 * DAY_MS)
  await cloud.timer('union', 'tend')
  expect(await todosOf(tang, membershipId)).toEqual(before)
  expect((await membershipIn(cloud, membershipId))?.remindAt).toBe(NOW + 4 * DAY_MS)
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
