import type { OutputOf } from '@domain/kernel/contract'
import { HOUR_MS } from '@domain/kernel/time'
import type { selfservice } from '@domain/selfservice/contract'
import { expectData, expectError } from '../../support/expectError'
import { newRequestId } from '../../support/identityWorld'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { insertPeople, people, type TestPerson } from '../../support/people'
import { heating } from '../../support/ticketCategory'

const NOW = '2026-11-24T08:00:00+08:00'
const { lin, chen, han, fang } = people
const beside: TestPerson = { ...chen, employeeId: 'VC030100', openid: 'wx-beside' }
const form = {
  categoryId: heating._id,
  place: 'A 楼 4 层',
  body: '靠窗只有 16 度',
  answers: {},
  imageIds: [],
}

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud({ clock: NOW })
  await insertPeople(cloud.engine, [lin, chen, han, fang, beside])
  const desks = [{ site: '上海', leadId: fang.employeeId, handlerIds: [fang.employeeId] }]
  await cloud.engine.insertMany('selfservice_ticket_categories', [
    { ...heating, desks, fields: [], together: true },
  ])
})
afterAll(() => cloud.close())

const call = <T = object>(who: TestPerson, name: string, input: object = {}) =>
  cloud.call<T>(who.openid, `selfservice.${name}`, input, newRequestId())
const does = async <T = object>(who: TestPerson, name: string, input: object = {}) =>
  expectData(await call<T>(who, name, input))
const submitted = async () => (await does<{ ticketId: string }>(lin, 'submitTicket', form)).ticketId
const opened = (who: TestPerson, ticketId: string) =>
  does<OutputOf<typeof selfservice.openTicket>>(who, 'openTicket', { ticketId })
const told = async ({ employeeId }: TestPerson) => {
  const all = await cloud.dump<{ employeeId: string; kind: string; title: string }>('notice_messages')
  return all.filter(notice => notice.employeeId === employeeId)
}

async function resolve(ticketId: string): Promise<void> {
  const version = async () => (await opened(fang, ticketId)).ticket.version
  const given = { tickets: [{ ticketId, version: await version() }], handlerId: fang.employeeId }
  await does(fang, 'assignTickets', given)
  await does(fang, 'workTicket', { ticketId, version: await version(), action: 'start' })
  const end = { ticketId, version: await version(), action: 'resolve', note: '阀门开了' }
  await does(fang, 'workTicket', end)
}

test('with whom it is the same they say so once, see how it stands alone, and are told how it ends', async () => {
  const ticketId = await submitted()
  const alike = async (who: TestPerson) =>
    (await does<OutputOf<typeof selfservice.openTicketForm>>(who, 'openTicketForm')).alike
  const follow = (who: TestPerson, following = true) => call(who, 'followTicket', { ticketId, following })
  expect(await alike(lin)).toEqual([])
  expect(await alike(han)).toEqual([])
  expect(await alike(chen)).toMatchObject([{ ticketId, place: 'A 楼 4 层', joined: false }])
  for (const who of [chen, chen, beside]) expectData(await follow(who))
  expectData(await follow(beside, false))
  expect(await alike(chen)).toMatchObject([{ joined: true }])
  expect((await opened(fang, ticketId)).ticket).toMatchObject({ followers: 1, requester: { name: lin.name } })

  await does(lin, 'sayOnTicket', { ticketId, body: '我的分机 8842', imageIds: [] })
  const seen = await opened(chen, ticketId)
  expect(seen).toMatchObject({ following: true, messages: [], ticket: { answers: [], actions: [] } })
  expect(JSON.stringify(seen)).not.toMatch(/林晓川|8842/)
  const tail = await does<{ messages: object[] }>(chen, 'tailTicket', { ticketId, since: 0 })
  expect(tail.messages).toEqual([])
  const { followed } = await does<OutputOf<typeof selfservice.listTickets>>(chen, 'listTickets')
  expect(followed).toMatchObject([{ ticketId, requester: { name: '同事' } }])
  expectError('selfservice.followTicket', await follow(han), 'SELFSERVICE_TICKET_MISSING')
  expectError('selfservice.followTicket', await follow(lin), 'SELFSERVICE_TICKET_MISSING')
  const words = { ticketId, body: '我也是', imageIds: [] }
  expectError('selfservice.sayOnTicket', await call(chen, 'sayOnTicket', words), 'SELFSERVICE_TICKET_MISSING')

  await resolve(ticketId)
  expect(await told(chen)).toMatchObject([{ title: '冷暖办好了，你那边好了吗', kind: 'service' }])
  expect(await told(beside)).toEqual([])
  expectError('selfservice.followTicket', await follow(beside), 'SELFSERVICE_TICKET_OVER')
})

test('of one ticket twenty say that it is the same, and no more; a ticket of nobody else stays one’s own', async () => {
  const crowd = Array.from({ length: 21 }, (_, index) => ({
    ...chen,
    employeeId: `VC0300${String(index).padStart(2, '0')}`,
    openid: `wx-crowd-${index}`,
  }))
  await insertPeople(cloud.engine, crowd)
  const ticketId = await submitted()
  const said = await Promise.all(
    crowd.map(who => call(who, 'followTicket', { ticketId, following: true }).then(reply => reply.ok)),
  )
  expect(said.filter(Boolean).length).toBe(20)
  expectError(
    'selfservice.followTicket',
    await call(chen, 'followTicket', { ticketId, following: true }),
    'SELFSERVICE_FOLLOWERS_FULL',
  )
  await does(lin, 'moveOwnTicket', { ticketId, action: 'cancel' })
  expect((await told(crowd.find((_, index) => said[index]) ?? chen))[0]?.title).toContain('被取消了')
})

test('what is pressing is due in half the time, and what may wait in twice', async () => {
  const dueIn = async (urgency: string) => {
    const { ticketId } = await does<{ ticketId: string }>(lin, 'submitTicket', { ...form, urgency })
    const { dueAt, urgency: kept } = (await opened(fang, ticketId)).ticket
    expect(kept).toBe(urgency)
    return ((dueAt ?? 0) - Date.parse(NOW)) / HOUR_MS
  }
  expect([await dueIn('now'), await dueIn('soon'), await dueIn('calm')]).toEqual([2, 4, 8])
})

test('what becomes of a ticket is told to nobody whose data is gone', async () => {
  const ticketId = await submitted()
  const former = 'former-1'
  const found = (await cloud.dump<{ _id: string }>('selfservice_tickets')).filter(
    ({ _id }) => _id === ticketId,
  )
  const asGone = JSON.stringify(found).replaceAll(lin.employeeId, former).replaceAll(ticketId, 'gone')
  await cloud.engine.insertMany('selfservice_tickets', JSON.parse(asGone) as { _id: string }[])
  await resolve('gone')
  expect(await told({ ...lin, employeeId: former })).toEqual([])
})
