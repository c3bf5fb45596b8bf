import { paragraphsOf } from '@domain/kernel/richText'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@domain/kernel/time'
import type { EventDocument, FoundingDocument } from '../../../cloudfunctions/union/store'
import { expectData, expectError } from '../../support/expectError'
import type { TestCloud } from '../../support/localCloud'
import { associationIds, changePerson, insertPeople, people, type TestPerson } from '../../support/people'
import { newcomer, noticesTo, startUnionCloud, UNION_CLOCK } from '../../support/unionWorld'

let cloud: TestCloud
const NOW = Date.parse(UNION_CLOCK)
const { qiu, shen, chen: he, tang } = people

/** A second chair, so that 会签 means something. */
const bai: TestPerson = {
  ...shen,
  employeeId: 'VC011009',
  openid: 'wx-bai',
  phone: '13800000009',
  name: '白露',
}

beforeAll(async () => {
  cloud = await startUnionCloud()
  await insertPeople(cloud.engine, [bai])
})
afterAll(() => cloud.close())
afterEach(async () => {
  await cloud.clock(UNION_CLOCK)
  for (const one of [qiu, shen, bai, he, tang])
    await changePerson(cloud.engine, one, { status: 'active', grants: one.grants })
})

let made = 0

async function propose(who: TestPerson): Promise<string> {
  made += 1
  const reply = await cloud.call<{ foundingId: string }>(who.openid, 'union.proposeAssociation', {
    name: `飞盘社${made}`,
    category: 'sport',
    site: '上海',
    headline: '每周五 18:30',
    intro: '下班以后一起玩飞盘，新手也欢迎。',
    reason: '已经有二十位同事愿意来',
  })
  return expectData(reply).foundingId
}

const decide = (who: TestPerson, foundingId: string) =>
  cloud.call<{ state: string }>(who.openid, 'union.decideFounding', { foundingId, verdict: 'approve' })

const leaves = (who: TestPerson) => changePerson(cloud.engine, who, { status: 'left' })
const holdsNothing = (who: TestPerson) => changePerson(cloud.engine, who, { grants: [] })

/** The union's timer, late enough that it looks again at who may decide. */
async function tendLater(minutes = 11): Promise<void> {
  await cloud.clock(new Date(NOW + minutes * MINUTE_MS).toISOString())
  await cloud.timer('union', 'tend')
}

async function stored(foundingId: string): Promise<FoundingDocument> {
  const found = (await cloud.dump<FoundingDocument>('union_foundings')).find(({ _id }) => _id === foundingId)
  if (!found) throw new Error(`No founding ${foundingId}`)
  return found
}

const told = async (who: TestPerson, id: string) =>
  (await noticesTo(cloud, who)).filter(({ target }) => target?.id === id).map(({ title }) => title)

test('a chair who leaves drops out, and the one who is left has the last word', async () => {
  const foundingId = await propose(await newcomer(cloud))
  expectData(await decide(qiu, foundingId))
  expect((await stored(foundingId)).openIds).toEqual([shen.employeeId, bai.employeeId])
  await leaves(shen)
  await tendLater()
  expect((await stored(foundingId)).openIds).toEqual([bai.employeeId])
  expect(expectData(await decide(bai, foundingId)).state).toBe('approved')
})

test('where everybody who is left has agreed, it is founded, once, by the word of the last', async () => {
  const founder = await newcomer(cloud)
  const foundingId = await propose(founder)
  expectData(await decide(qiu, foundingId))
  expectData(await decide(bai, foundingId))
  await leaves(shen)
  await tendLater()
  await tendLater(22)
  expect(await stored(foundingId)).toMatchObject({
    approval: { state: 'approved' },
    openIds: [],
    seatedAt: null,
  })
  const opened = await cloud.call(founder.openid, 'union.openAssociation', { associationId: foundingId })
  expect(expectData(opened)).toMatchObject({ association: { members: 1, presiding: true } })
  expect(await told(founder, foundingId)).toHaveLength(1)
})

test('the clock founds nothing under a name that is another’s by now, and leaves nobody anything to do', async () => {
  const [first, second] = [await newcomer(cloud), await newcomer(cloud)]
  const firstId = await propose(first)
  made -= 1
  const secondId = await propose(second)
  for (const one of [qiu, bai]) expectData(await decide(one, secondId))
  for (const one of [qiu, shen, bai]) expectData(await decide(one, firstId))
  await leaves(shen)
  await tendLater()
  const named = (await cloud.dump<{ name: string }>('union_associations')).filter(
    ({ name }) => name === `飞盘社${made}`,
  )
  expect(named).toHaveLength(1)
  expect(await stored(secondId)).toMatchObject({
    approval: { state: 'refused', at: 1 },
    openIds: [],
    seatedAt: null,
  })
  expect(await told(second, secondId)).toEqual([`创办飞盘社${made}的申请没有通过`])
  const todos = (await noticesTo(cloud, bai)).filter(
    ({ kind, target }) => kind === 'todo' && target?.id === secondId,
  )
  expect(todos).toEqual([])
})

test('whoever stood in at one level has no say at the other, and no second one for somebody who is away', async () => {
  const day = { startsAt: NOW, endsAt: NOW + DAY_MS }
  const lend = (from: TestPerson, toEmployeeId: string) =>
    cloud.call(from.openid, 'access.lendRoles', { toEmployeeId, ...day })
  for (const one of [qiu, bai]) expectData(await lend(one, shen.employeeId))
  const foundingId = await propose(await newcomer(cloud))
  expectData(await decide(shen, foundingId))
  expect((await stored(foundingId)).openIds).toEqual([bai.employeeId])
  expect(await told(shen, foundingId)).toHaveLength(1)
  expectError('union.decideFounding', await decide(shen, foundingId), 'UNION_NOT_YOUR_TURN')
  const inbox = await cloud.call<{ waiting: { id: string }[] }>(shen.openid, 'access.openInbox')
  expect(expectData(inbox).waiting.map(({ id }) => id)).not.toContain(foundingId)
  expect(expectData(await decide(bai, foundingId)).state).toBe('approved')
  for (const one of [qiu, bai]) expectData(await cloud.call(one.openid, 'access.endLending'))
})

test('neither a new seat nor a reminder asks a deputy who may sign no more', async () => {
  const day = { startsAt: NOW, endsAt: NOW + 60 * DAY_MS }
  const foundingId = await propose(await newcomer(cloud))
  expectData(await decide(qiu, foundingId))
  // A new chair, who is away: whoever has signed at the first level does their work.
  await changePerson(cloud.engine, he, {
    grants: [{ role: 'unionChair' }],
    lending: { toId: qiu.employeeId, toName: qiu.name, ...day },
  })
  await tendLater()
  expect((await stored(foundingId)).openIds).toContain(he.employeeId)
  expect(await told(he, foundingId)).toHaveLength(1)
  await tendLater(60 * 24 * 8)
  expect((await told(he, foundingId)).length).toBeGreaterThan(1)
  expect(await told(qiu, foundingId)).toHaveLength(1)
  await changePerson(cloud.engine, he, { lending: null })
})

test('whoever gets the role hears of what waits', async () => {
  const foundingId = await propose(await newcomer(cloud))
  await leaves(qiu)
  await changePerson(cloud.engine, he, { grants: [{ role: 'unionOfficer' }] })
  await tendLater()
  expect((await stored(foundingId)).openIds).toEqual([he.employeeId])
  expect(await told(he, foundingId)).toHaveLength(1)
  expectData(await decide(he, foundingId))
})

test('an officer does not decide their own founding: the other level does', async () => {
  const foundingId = await propose(qiu)
  expectError('union.decideFounding', await decide(qiu, foundingId), 'UNION_NOT_YOUR_TURN')
  expect((await stored(foundingId)).openIds).toEqual([shen.employeeId, bai.employeeId])
  expectData(await decide(shen, foundingId))
})

test('nobody is left: the applicant and who grants roles hear of it once, and it goes on when somebody comes', async () => {
  const founder = await newcomer(cloud)
  for (const one of [qiu, shen, bai]) await holdsNothing(one)
  const foundingId = await propose(founder)
  for (const minutes of [1, 2, 13]) await tendLater(minutes)
  expect(await stored(foundingId)).toMatchObject({
    approval: { state: 'running' },
    stranded: true,
    openIds: [],
  })
  expect(await told(founder, foundingId)).toEqual([`飞盘社${made}的创办申请暂时没有人能审批`])
  const asked = async () =>
    (await noticesTo(cloud, people.wang)).filter(({ target }) => target?.id === foundingId)
  const title = `飞盘社${made}的创办申请没有人能审批`
  const target = { kind: 'roles', id: foundingId }
  expect(await asked()).toMatchObject([{ kind: 'todo', title, target, read: false }])

  await changePerson(cloud.engine, he, { grants: [{ role: 'unionOfficer' }] })
  await tendLater(30)
  expect(await stored(foundingId)).toMatchObject({ stranded: false, openIds: [he.employeeId] })
  expect(await asked()).toMatchObject([{ kind: 'union', read: true }])
})

test('what nobody can decide is not asked of who grants roles any more once it is taken back, and never of the one who asked', async () => {
  const founder = await newcomer(cloud)
  await changePerson(cloud.engine, founder, { grants: [{ role: 'hr' }] })
  for (const one of [qiu, shen, bai, he]) await holdsNothing(one)
  const foundingId = await propose(founder)
  await tendLater()
  expect((await stored(foundingId)).stranded).toBe(true)
  const asked = async (who: TestPerson) =>
    (await noticesTo(cloud, who)).filter(({ target }) => target?.kind === 'roles' && target.id === foundingId)
  expect(await asked(founder)).toEqual([])
  expect(await asked(people.wang)).toMatchObject([{ kind: 'todo' }])
  expectData(await cloud.call(founder.openid, 'union.withdrawFounding', { foundingId }))
  expect(await asked(people.wang)).toMatchObject([{ kind: 'union', read: true }])
  await holdsNothing(founder)
})

test('a president who is an officer does not decide their own event, nor lets one wait for ever', async () => {
  const both = [...tang.grants, { role: 'unionOfficer' as const }]
  await changePerson(cloud.engine, tang, { grants: both })
  const startsAt = NOW + 4 * DAY_MS
  const reply = await cloud.call<{ eventId: string }>(tang.openid, 'union.createEvent', {
    associationId: associationIds.photo,
    title: '滴水湖环湖骑行',
    body: paragraphsOf('沿湖一圈，慢慢骑。'),
    venue: { name: '滴水湖站 2 号口' },
    ...{ startsAt, endsAt: startsAt + HOUR_MS, joinUntil: startsAt, cancelUntil: startsAt },
    ...{ capacity: 30, fee: 20 },
  })
  const { eventId } = expectData(reply)
  const event = async () =>
    (await cloud.dump<EventDocument>('union_events')).find(({ _id }) => _id === eventId)
  expect((await event())?.openIds).toEqual([qiu.employeeId])
  const no = await cloud.call(tang.openid, 'union.decideEvent', { eventId, version: 0, verdict: 'approve' })
  expectError('union.decideEvent', no, 'UNION_NOT_YOUR_TURN')
  await leaves(qiu)
  await tendLater()
  expect((await event())?.openIds).toEqual([shen.employeeId, bai.employeeId])
  expectData(await cloud.call(bai.openid, 'union.decideEvent', { eventId, version: 0, verdict: 'approve' }))
})
