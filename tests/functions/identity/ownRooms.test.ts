import type { KeptName } from '@domain/identity/ownData'
import { DAY_MS } from '@domain/kernel/time'
import { orderStates } from '@domain/mall/order'
import type { TicketDocument } from '../../../cloudfunctions/selfservice/ticketDocuments'
import { expectData, expectError } from '../../support/expectError'
import { newRequestId } from '../../support/identityWorld'
import { startTestCloud, type TestCloud, until } from '../../support/localCloud'
import { insertPeople, people, type TestPerson } from '../../support/people'
import { heating } from '../../support/ticketCategory'

const CLOCK = '2026-11-24T12:20:00+08:00'
const NOW = Date.parse(CLOCK)
const { lin, chen, han, fang } = people

let cloud: TestCloud

const category = {
  ...heating,
  fields: [],
  desks: [{ site: lin.site, leadId: people.fang.employeeId, handlerIds: [people.fang.employeeId] }],
}

/** What the two keep where nothing of the rooms' own commands is needed to prove it. */
const kept = ({ employeeId }: { employeeId: string }) =>
  [
    ['selfservice_favourites', { _id: `l1:${employeeId}`, lineId: 'l1', employeeId, stops: [], at: NOW }],
    ['mall_baskets', { _id: employeeId, lines: [{ productId: 'cup', kindId: '', quantity: 1 }] }],
    ['mall_addresses', { _id: employeeId, addresses: [{ addressId: 'a', recipient: '自己' }] }],
    ['mall_favourites', { _id: `cup:${employeeId}`, productId: 'cup', employeeId, at: NOW }],
    ['booking_feedback', feedbackOf(employeeId)],
  ] as const

/** What others decide about or look at, and only signed by the person. */
const signed = ({ employeeId, name, site, department }: typeof lin) => {
  const person = { employeeId, name, site, department }
  const hand = {
    employeeId,
    person,
    way: 'give',
    amount: 300,
    experience: 0,
    why: '林晓川拿了奖',
    state: 'waiting',
  }
  const by = {
    employeeId: people.liang.employeeId,
    name: people.liang.name,
    inNames: [people.liang.employeeId],
  }
  return [
    ['coin_hands', { _id: 'hand-waiting', ...hand, by, askedAt: NOW, decision: null }],
    ['careers_positions', { _id: 'led', title: '座舱', leadId: employeeId, leadName: name }],
    ['content_articles', { _id: 'two', writer: people.han, writerIds: [people.han.employeeId, employeeId] }],
    ['union_events', { _id: 'walk', host: people.tang, recap: { words: [], by: person, at: NOW } }],
  ] as const
}

const feedbackOf = (employeeId: string) => ({
  _id: `visit:${employeeId}`,
  centreId: 'jiading',
  employeeId,
  department: '软件部',
  score: 5,
  words: '讲得清楚',
  at: NOW,
})

beforeAll(async () => {
  cloud = await startTestCloud({ clock: CLOCK })
  await insertPeople(cloud.engine)
  await cloud.engine.insertMany('selfservice_ticket_categories', [category])
  for (const who of [lin, han])
    for (const [room, document] of kept(who)) await cloud.engine.insertMany(room, [document])
  for (const [room, document] of signed(lin)) await cloud.engine.insertMany(room, [document])
})
afterAll(() => cloud.close())

const does = async <T = Record<string, string>>(name: string, input: object = {}) =>
  expectData(await cloud.call<T>(lin.openid, name, input, newRequestId()))
const ticketOf = async (ticketId: string) =>
  (await cloud.dump<TicketDocument>('selfservice_tickets')).find(({ _id }) => _id === ticketId)
const askDeletion = () =>
  cloud.call(
    lin.openid,
    'identity.requestDeletion',
    { words: 'anonymous', confirmedBy: lin.employeeId },
    newRequestId(),
  )

test('what the services, the shop, the words and the visits keep is shown, held up by an open ticket, and goes', async () => {
  const form = { categoryId: 'heat', place: 'A 楼', body: '只有 16 度', answers: {}, imageIds: [] }
  const { ticketId } = await does('selfservice.submitTicket', form)
  await does('knowledge.changeWordbook', { taken: ['spa'], dropped: [] })
  await does('knowledge.suggestTerm', { kind: 'word', word: '沃词', words: '大家这样说' })

  const { tables } = await does<{ tables: { name: KeptName; rows: number }[] }>('identity.openMyData')
  expect(Object.fromEntries(tables.map(({ name, rows }) => [name, rows]))).toMatchObject({
    ...{ tickets: 1, lines: 1, suggestions: 1, wordbook: 1, goods: 1, basket: 1, addresses: 1, feedback: 1 },
  })

  expectError('identity.requestDeletion', await askDeletion(), 'IDENTITY_DELETION_BLOCKED')
  expect(await does('identity.openDeletion')).toMatchObject({ blockers: [{ kind: 'tickets', count: 1 }] })
  await does('selfservice.moveOwnTicket', { ticketId, action: 'cancel' })
  expectData(await askDeletion())

  await cloud.clock(new Date(NOW + 7 * DAY_MS).toISOString())
  await cloud.timer('identity', 'tend')
  const rooms = [
    ...['selfservice_tickets', 'selfservice_ticket_messages', 'selfservice_favourites'],
    ...['knowledge_suggestions', 'knowledge_wordbooks', 'mall_baskets', 'mall_addresses', 'mall_favourites'],
    ...['coin_hands', 'union_events', 'careers_positions', 'content_articles'],
  ]
  for (const room of rooms) {
    const text = JSON.stringify(await cloud.dump(room))
    for (const word of [lin.employeeId, lin.name, '只有 16 度']) expect(text).not.toContain(word)
  }
  expect(await cloud.dump('coin_hands')).toMatchObject([{ state: 'withdrawn', person: { name: '前同事' } }])
  expect(await cloud.dump('union_events')).toMatchObject([{ recap: { by: { name: '前同事' } } }])
  const others = await Promise.all(kept(han).map(([room]) => cloud.dump<{ _id: string }>(room)))
  expect(others.map(rows => rows.some(({ _id }) => _id.includes(han.employeeId)))).toEqual(
    kept(han).map(() => true),
  )
})

test('what a handler says on a ticket while its owner’s data goes is not lost', async () => {
  const ask = async (who: TestPerson, name: string, input: object = {}) =>
    expectData(await cloud.call<Record<string, string>>(who.openid, name, input, newRequestId()))
  const form = { categoryId: 'heat', place: 'A 楼', body: '太热了，坐不住', answers: {}, imageIds: [] }
  const { ticketId = '' } = await ask(chen, 'selfservice.submitTicket', form)
  const handlerId = fang.employeeId
  await ask(fang, 'selfservice.assignTickets', { tickets: [{ ticketId, version: 1 }], handlerId })
  const work = (version: number, action: string) =>
    ask(fang, 'selfservice.workTicket', { ticketId, version, action, note: '换好了阀门' })
  await work(2, 'start')
  await work(3, 'resolve')
  await ask(chen, 'identity.requestDeletion', { words: 'anonymous', confirmedBy: chen.employeeId })
  const before = await ticketOf(ticketId)

  await cloud.clock(new Date(NOW + 14 * DAY_MS).toISOString())
  const reading = { collection: 'selfservice_ticket_messages', mode: 'slow' as const, slowMs: 2_000 }
  await cloud.fault({ database: reading })
  const cleared = cloud.timer('identity', 'tend')
  await until('the words of the ticket to be read', async () => {
    const { body } = await cloud.door('GET', '/local/fault')
    return JSON.stringify(body) === '[]' ? true : null
  })
  await ask(fang, 'selfservice.sayOnTicket', { ticketId, body: '下周再来看', imageIds: [], note: true })
  await cleared
  await cloud.timer('identity', 'tend')
  expect(await ticketOf(ticketId)).toMatchObject({
    requester: { name: '前同事' },
    messages: (before?.messages ?? 0) + 1,
  })
})

test('waits until every order has come to its end, there and back', async () => {
  const orders = orderStates.map(state => ({
    ...{ _id: `order-${state}`, employeeId: han.employeeId, state },
    pickupCode: `code-${state}`,
  }))
  await cloud.engine.insertMany('mall_orders', orders)
  const opened = await cloud.call(han.openid, 'identity.openDeletion')
  // Received, cancelled and returned.
  const count = orderStates.length - 3
  expect(expectData(opened)).toMatchObject({ blockers: [{ kind: 'orders', count }] })
})
