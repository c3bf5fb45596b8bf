import type { OutputOf } from '@domain/kernel/contract'
import type { selfservice } from '@domain/selfservice/contract'
import { expectData, expectError } from '../../support/expectError'
import { newRequestId } from '../../support/identityWorld'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { changePerson, insertPeople, people, type TestPerson } from '../../support/people'
import { handlers, heatingAtDesks } from '../../support/ticketCategory'

/** Tuesday 24 November 2026. */
const NOW = '2026-11-24T08:00:00+08:00'
const { lin, fang } = people
const { lead, second, elsewhere } = handlers
/** Works on tickets of every site, and is named at no desk. */
const spare: TestPerson = { ...people.shen, grants: [{ role: 'facility' }] }
const category = { ...heatingAtDesks, fields: [] }

let cloud: TestCloud

beforeEach(async () => {
  cloud = await startTestCloud({ clock: NOW })
  await insertPeople(cloud.engine, [lin, fang, lead, second, elsewhere, spare])
  await cloud.engine.insertMany('selfservice_ticket_categories', [category])
})
afterEach(() => cloud.close())

const does = async <T = Record<string, unknown>>(who: TestPerson, name: string, input: object = {}) =>
  expectData(await cloud.call<T>(who.openid, `selfservice.${name}`, input, newRequestId()))
const opened = (who: TestPerson, ticketId: string) =>
  does<OutputOf<typeof selfservice.openTicket>>(who, 'openTicket', { ticketId })
const submitted = async () => {
  const form = { categoryId: 'heat', place: 'A 楼', body: '只有 16 度', answers: {}, imageIds: [] }
  return (await does<{ ticketId: string }>(lin, 'submitTicket', form)).ticketId
}
const versionOf = async (ticketId: string) => (await opened(second, ticketId)).ticket.version
const take = async (who: TestPerson, ticketId: string) =>
  does(who, 'assignTickets', {
    tickets: [{ ticketId, version: await versionOf(ticketId) }],
    handlerId: who.employeeId,
  })
const work = async (who: TestPerson, ticketId: string, action: string, note = '') =>
  does(who, 'workTicket', { ticketId, version: await versionOf(ticketId), action, note })
const leaves = (who: TestPerson) => changePerson(cloud.engine, who, { status: 'left' })
const toldOf = async (words: string) =>
  (await cloud.dump<{ employeeId: string; title: string }>('notice_messages'))
    .filter(({ title }) => title.includes(words))
    .map(({ employeeId }) => employeeId)

test('a ticket that waits for its owner is taken over when whoever asked has left, with the time that was left', async () => {
  const ticketId = await submitted()
  await take(fang, ticketId)
  await work(fang, ticketId, 'start')
  await work(fang, ticketId, 'ask', '是整排还是一个座位？')
  await leaves(fang)
  expect((await opened(second, ticketId)).ticket.actions).toContain('assign')
  await take(second, ticketId)
  expect((await opened(second, ticketId)).ticket).toMatchObject({
    state: 'assigned',
    assignee: { employeeId: second.employeeId },
    dueAt: Date.parse(NOW) + 4 * 3_600_000,
  })
  await work(second, ticketId, 'start')
  await work(second, ticketId, 'resolve', '阀门开了')
  expect((await opened(lin, ticketId)).ticket.state).toBe('resolved')
})

test('of a new ticket and of its deadline hears who is there: the desk without its leavers, else who works at the site', async () => {
  await leaves(lead)
  await submitted()
  expect((await toldOf('要冷暖')).sort()).toEqual([fang, second].map(one => one.employeeId).sort())
  await cloud.clock('2026-11-24T12:00:01+08:00')
  await cloud.timer('selfservice', 'tend')
  expect((await toldOf('超时')).sort()).toEqual([fang, second].map(one => one.employeeId).sort())
  for (const one of [fang, second]) await leaves(one)
  await submitted()
  expect((await toldOf('要冷暖')).filter(id => id === spare.employeeId)).toHaveLength(1)
  await cloud.clock('2026-11-24T17:00:00+08:00')
  await cloud.timer('selfservice', 'tend')
  expect((await toldOf('超时')).filter(id => id === spare.employeeId)).toHaveLength(1)
  expect(await toldOf('超时')).not.toContain(elsewhere.employeeId)
})

test('a form counts those ahead in its own category, however many wait in others', async () => {
  const ticketId = await submitted()
  const [ticket] = await cloud.dump<{ _id: string; boardKey: string }>('selfservice_tickets')
  const others = Array.from({ length: 120 }, (_, index) => ({
    ...ticket,
    ...{ _id: `aa${index}`, categoryId: 'lamps', boardKey: `0${index}`, escalateAt: null },
  }))
  await cloud.engine.insertMany('selfservice_tickets', others)
  const form = await does<{ categories: { categoryId: string; ahead: number }[] }>(fang, 'openTicketForm')
  expect(form.categories).toMatchObject([{ categoryId: 'heat', ahead: 1 }])
  expect(ticketId).toBe(ticket?._id)
})

test('what is open in a category is seen in its figures, however long ago it was asked for', async () => {
  const ticketId = await submitted()
  const figures = async () =>
    (await does<OutputOf<typeof selfservice.openTicketFigures>>(fang, 'openTicketFigures')).byCategory
  expect(await figures()).toMatchObject([{ name: '冷暖', counted: 1, open: [1, 0, 0, 0] }])
  await cloud.clock('2027-01-04T08:00:00+08:00')
  expect(await figures()).toMatchObject([{ name: '冷暖', counted: 0, open: [0, 0, 0, 1] }])
  await does(lin, 'moveOwnTicket', { ticketId, action: 'cancel' })
  expect(await figures()).toEqual([])
})

test('what is asked of the mall waits at one desk for every site, and its keeper has that and nothing else', async () => {
  const keeper: TestPerson = { ...people.wang, grants: [{ role: 'keeper' }] }
  const buyer: TestPerson = { ...people.tang, site: '大庆工厂' }
  await insertPeople(cloud.engine, [keeper, buyer])
  const desks = [{ site: '商城', leadId: keeper.employeeId, handlerIds: [keeper.employeeId] }]
  await cloud.engine.insertMany('selfservice_ticket_categories', [
    { ...category, _id: 'parcel', name: '商城订单', icon: 'truck', desks },
  ])
  const offered = async (who: TestPerson) =>
    (await does<OutputOf<typeof selfservice.openTicketForm>>(who, 'openTicketForm')).categories
  expect((await offered(buyer)).map(({ name }) => name)).toEqual(['商城订单'])
  expect((await offered(lin)).map(({ name }) => name)).toEqual(['冷暖', '商城订单'])
  const form = { categoryId: 'parcel', place: 'M2611', body: '没收到', answers: {}, imageIds: [] }
  const { ticketId } = await does<{ ticketId: string }>(buyer, 'submitTicket', form)
  expect(await toldOf('要商城订单')).toEqual([keeper.employeeId])
  const other = await submitted()

  const board = await does<OutputOf<typeof selfservice.openTicketBoard>>(keeper, 'openTicketBoard', {
    column: 'incoming',
  })
  expect(board).toMatchObject({ tickets: [{ ticketId, site: '商城' }], sites: ['商城'] })
  const strange = await cloud.call(keeper.openid, 'selfservice.openTicket', { ticketId: other })
  expectError('selfservice.openTicket', strange, 'SELFSERVICE_TICKET_MISSING')
  const inbox = await cloud.call<{ waiting: { id: string }[] }>(keeper.openid, 'access.openInbox')
  expect(expectData(inbox).waiting.map(({ id }) => id)).toEqual([ticketId])

  const seen = await opened(keeper, ticketId)
  expect(seen.handlers).toMatchObject([{ employeeId: keeper.employeeId }])
  const known = [{ ticketId, version: seen.ticket.version }]
  await does(keeper, 'assignTickets', { tickets: known, handlerId: keeper.employeeId })
  for (const [action, note] of [['start', ''] as const, ['resolve', '补发了，明天到'] as const]) {
    const { version } = (await opened(keeper, ticketId)).ticket
    await does(keeper, 'workTicket', { ticketId, version, action, note })
  }
  expect((await opened(buyer, ticketId)).ticket.state).toBe('resolved')
})

test("the mall's desk is for those who keep the mall, and no other is", async () => {
  const keeper: TestPerson = { ...people.wang, grants: [{ role: 'keeper' }] }
  await insertPeople(cloud.engine, [keeper])
  const read = await does<OutputOf<typeof selfservice.openTicketCategories>>(lead, 'openTicketCategories')
  expect(read.keepers).toMatchObject([{ employeeId: keeper.employeeId }])
  expect(read.people.map(({ employeeId }) => employeeId)).not.toContain(keeper.employeeId)
  const [known] = read.categories
  const save = (site: string, who: TestPerson) => {
    const desks = [{ site, leadId: who.employeeId, handlerIds: [who.employeeId] }]
    return cloud.call(lead.openid, 'selfservice.saveTicketCategory', { ...known, desks })
  }
  for (const [site, who] of [['上海', keeper] as const, ['商城', lead] as const])
    expectError('selfservice.saveTicketCategory', await save(site, who), 'SELFSERVICE_HANDLER_MISSING')
  expectData(await save('商城', keeper))
})
