import type { OutputOf } from '@domain/kernel/contract'
import { HOUR_MS } from '@domain/kernel/time'
import type { selfservice } from '@domain/selfservice/contract'
import type { MessageDocument } from '../../../cloudfunctions/selfservice/ticketDocuments'
import { expectData, expectError } from '../../support/expectError'
import { newRequestId } from '../../support/identityWorld'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { insertPeople, people, type TestPerson } from '../../support/people'
import { heatingAtDesks as category, handlers } from '../../support/ticketCategory'

/** Tuesday 24 November 2026. */
const NOW = '2026-11-24T08:00:00+08:00'
const { lin, chen, han, fang } = people
const { lead, second, elsewhere } = handlers
type Opened = OutputOf<typeof selfservice.openTicket>
type Notice = { employeeId: string; kind: string; title: string; body: string }

let cloud: TestCloud

beforeEach(async () => {
  cloud = await startTestCloud({ clock: NOW })
  await insertPeople(cloud.engine, [lin, chen, han, fang, lead, second, elsewhere])
  await cloud.engine.insertMany('selfservice_ticket_categories', [category])
})
afterEach(() => cloud.close())

const call = <T = Record<string, unknown>>(who: TestPerson, name: string, input: object = {}) =>
  cloud.call<T>(who.openid, `selfservice.${name}`, input, newRequestId())
const does = async <T = Record<string, unknown>>(who: TestPerson, name: string, input: object = {}) =>
  expectData(await call<T>(who, name, input))

const form = {
  categoryId: 'heat',
  place: 'A 楼 4 层',
  body: '靠窗三排只有 16 度',
  answers: { seat: 'E-412' },
  imageIds: [],
}
const submitted = async (who: TestPerson = lin) =>
  (await does<{ ticketId: string }>(who, 'submitTicket', form)).ticketId
const opened = (who: TestPerson, ticketId: string) => does<Opened>(who, 'openTicket', { ticketId })
const versionOf = async (ticketId: string) => (await opened(fang, ticketId)).ticket.version

async function work(who: TestPerson, ticketId: string, action: string, note = '') {
  return call(who, 'workTicket', { ticketId, version: await versionOf(ticketId), action, note })
}
async function take(who: TestPerson, ticketId: string, handler = who) {
  const tickets = [{ ticketId, version: await versionOf(ticketId) }]
  return does<OutputOf<typeof selfservice.assignTickets>>(who, 'assignTickets', {
    tickets,
    handlerId: handler.employeeId,
  })
}
const told = async (who: TestPerson) =>
  (await cloud.dump<Notice>('notice_messages')).filter(({ employeeId }) => employeeId === who.employeeId)

test('a ticket goes its whole way: taken, asked about, answered, resolved, confirmed, rated', async () => {
  const ahead = async () =>
    (await does<{ categories: { ahead: number }[] }>(chen, 'openTicketForm')).categories[0]?.ahead
  expect(await ahead()).toBe(0)
  const ticketId = await submitted()
  expect(await ahead()).toBe(1)
  expect(await told(fang)).toMatchObject([{ title: '林晓川要冷暖' }])
  await cloud.clock(new Date(Date.parse(NOW) + 1).toISOString())
  expect((await take(fang, ticketId)).assigned).toEqual([ticketId])
  expect(await told(fang)).toMatchObject([{ title: '林晓川要冷暖', kind: 'service' }])
  expectData(await work(fang, ticketId, 'start'))
  expectData(await work(fang, ticketId, 'ask', '是整排还是一个座位？'))
  expect((await opened(lin, ticketId)).ticket).toMatchObject({ state: 'waiting', dueAt: null })
  await does(lin, 'sayOnTicket', { ticketId, body: '整排', imageIds: [] })
  expect((await opened(fang, ticketId)).ticket.state).toBe('inProgress')
  expectData(await work(fang, ticketId, 'resolve', '阀门开了'))
  expect((await opened(lin, ticketId)).ticket.actions).toEqual(['confirm', 'reopen'])
  expectError(
    'selfservice.rateTicket',
    await call(lin, 'rateTicket', { ticketId, stars: 5 }),
    'SELFSERVICE_RATING_REFUSED',
  )
  await does(lin, 'moveOwnTicket', { ticketId, action: 'confirm' })
  await does(lin, 'rateTicket', { ticketId, stars: 5, words: '很快' })
  const shown = await does<OutputOf<typeof selfservice.openTicketFigures>>(fang, 'openTicketFigures')
  expect(shown.figures).toMatchObject({ counted: 1, rating: 5, overdueShare: 0 })
  const one = { counted: 1, overdue: 0 }
  expect([shown.byWeek, shown.byPerson]).toEqual([[{ name: '11/23', ...one }], [{ name: fang.name, ...one }]])
})

test('work on what nobody has taken, a word for what is not done, and any step of what is over are refused', async () => {
  const ticketId = await submitted()
  for (const action of ['start', 'ask', 'resume', 'resolve'])
    expectError(
      'selfservice.workTicket',
      await work(fang, ticketId, action, '一句说明'),
      'SELFSERVICE_TICKET_REFUSED',
    )
  for (const action of ['confirm', 'reopen'])
    expectError(
      'selfservice.moveOwnTicket',
      await call(lin, 'moveOwnTicket', { ticketId, action, note: '还没好' }),
      'SELFSERVICE_TICKET_REFUSED',
    )
  await does(lin, 'moveOwnTicket', { ticketId, action: 'cancel' })
  expectError(
    'selfservice.moveOwnTicket',
    await call(lin, 'moveOwnTicket', { ticketId, action: 'cancel' }),
    'SELFSERVICE_TICKET_REFUSED',
  )
  expectError(
    'selfservice.sayOnTicket',
    await call(lin, 'sayOnTicket', { ticketId, body: '喂', imageIds: [] }),
    'SELFSERVICE_TICKET_OVER',
  )
})

test('of two who take a ticket at once one has it, and only they go on with it', async () => {
  const ticketId = await submitted()
  const version = await versionOf(ticketId)
  const both = await Promise.all(
    [fang, second].map(who =>
      does<{ assigned: string[]; skipped: { why: string }[] }>(who, 'assignTickets', {
        tickets: [{ ticketId, version }],
        handlerId: who.employeeId,
      }),
    ),
  )
  expect(both.flatMap(({ assigned }) => assigned)).toEqual([ticketId])
  expect(both.flatMap(({ skipped }) => skipped)).toMatchObject([{ why: 'changed' }])
  const { assignee } = (await opened(fang, ticketId)).ticket
  const loser = assignee?.employeeId === fang.employeeId ? second : fang
  expectError('selfservice.workTicket', await work(loser, ticketId, 'start'), 'SELFSERVICE_TICKET_NOT_YOURS')
  const stale = { ticketId, version, action: 'start' }
  expectError('selfservice.workTicket', await call(fang, 'workTicket', stale), 'SELFSERVICE_TICKET_CHANGED')
  const nobody = { tickets: [{ ticketId, version }], handlerId: 'VC999999' }
  expectError(
    'selfservice.assignTickets',
    await call(fang, 'assignTickets', nobody),
    'SELFSERVICE_HANDLER_MISSING',
  )
})

test("handlers' notes never reach whoever wrote the ticket", async () => {
  const ticketId = await submitted()
  await does(fang, 'sayOnTicket', { ticketId, body: '这位上周也报过', imageIds: [], note: true })
  await does(fang, 'sayOnTicket', { ticketId, body: '马上来', imageIds: [] })
  const { messages } = await opened(lin, ticketId)
  expect(messages.map(({ body }) => body).sort()).toEqual([form.body, '马上来'].sort())
  const tail = await does<{ messages: { body: string }[] }>(lin, 'tailTicket', {
    ticketId,
    since: Date.parse(NOW),
  })
  expect(JSON.stringify(tail)).not.toContain('上周')
  expect(JSON.stringify(await told(lin))).not.toContain('上周')
  expect((await opened(second, ticketId)).messages).toHaveLength(3)
})

test('a ticket exists for its writer and for those who work at its site alone', async () => {
  const ticketId = await submitted()
  for (const who of [chen, elsewhere])
    expectError(
      'selfservice.openTicket',
      await call(who, 'openTicket', { ticketId }),
      'SELFSERVICE_TICKET_MISSING',
    )
  expectError(
    'selfservice.tailTicket',
    await call(chen, 'tailTicket', { ticketId, since: 0 }),
    'SELFSERVICE_TICKET_MISSING',
  )
  const board = (who: TestPerson, categoryId?: string) =>
    does<OutputOf<typeof selfservice.openTicketBoard>>(who, 'openTicketBoard', {
      column: 'incoming',
      categoryId,
    })
  expect((await board(elsewhere)).tickets).toEqual([])
  const { tickets, counts, categories } = await board(lead, form.categoryId)
  expect([tickets.map(one => one.ticketId), counts.incoming]).toEqual([[ticketId], 1])
  expect(categories.map(one => one.categoryId)).toContain(form.categoryId)
  expect(await board(lead, 'other')).toMatchObject({ tickets: [], counts: { incoming: 0 } })
  const inbox = expectData(
    await cloud.call<{ waiting: { kind: string; id: string }[] }>(fang.openid, 'access.openInbox'),
  )
  expect(inbox.waiting).toMatchObject([{ kind: 'ticket', id: ticketId }])
})

test('a deadline that passes is told to the lead once, and closing comes by itself', async () => {
  const ticketId = await submitted()
  await cloud.clock('2026-11-24T12:00:01+08:00')
  await cloud.timer('selfservice', 'tend')
  await cloud.timer('selfservice', 'tend')
  expect((await told(lead)).filter(({ title }) => title.includes('超时'))).toHaveLength(1)
  expect((await opened(fang, ticketId)).ticket).toMatchObject({ overdue: true })
  await take(fang, ticketId)
  expectData(await work(fang, ticketId, 'start'))
  expectData(await work(fang, ticketId, 'resolve', '好了'))
  const { closesAt } = (await opened(lin, ticketId)).ticket
  await cloud.clock(new Date((closesAt ?? 0) + HOUR_MS).toISOString())
  await cloud.timer('selfservice', 'tend')
  expect((await opened(lin, ticketId)).ticket.state).toBe('closed')
  await does(lin, 'moveOwnTicket', { ticketId, action: 'reopen', note: '又不热了' })
  expect((await opened(fang, ticketId)).ticket).toMatchObject({ state: 'reopened', assignee: null })
})

test('what is not filled in, not asked for or not said is refused by name', async () => {
  const wrong = (more: object) => call(lin, 'submitTicket', { ...form, ...more })
  expectError('selfservice.submitTicket', await wrong({ answers: {} }), 'SELFSERVICE_ANSWERS_WRONG')
  expectError('selfservice.submitTicket', await wrong({ categoryId: 'none' }), 'SELFSERVICE_CATEGORY_MISSING')
  expectError('selfservice.submitTicket', await wrong({ body: '' }), 'SELFSERVICE_NOTHING_SAID')
  const imageIds = ['cloud://wo-local.wo-local/uploads/none.jpg']
  expectError('selfservice.submitTicket', await wrong({ imageIds }), 'FORUM_IMAGE_MISSING')
  const ticketId = await submitted()
  const say = (more: object) => call(lin, 'sayOnTicket', { ticketId, body: '再说', imageIds: [], ...more })
  expectError('selfservice.sayOnTicket', await say({ body: '' }), 'SELFSERVICE_NOTHING_SAID')
  expectError('selfservice.sayOnTicket', await say({ ticketId: 'none' }), 'SELFSERVICE_TICKET_MISSING')
  expectError('selfservice.sayOnTicket', await say({ imageIds }), 'FORUM_IMAGE_MISSING')
  const reopen = { ticketId, action: 'reopen' }
  expectError(
    'selfservice.moveOwnTicket',
    await call(lin, 'moveOwnTicket', reopen),
    'SELFSERVICE_REASON_NEEDED',
  )
  const others = await call(chen, 'moveOwnTicket', { ticketId, action: 'cancel' })
  expectError('selfservice.moveOwnTicket', others, 'SELFSERVICE_TICKET_MISSING')
  const rated = await call(chen, 'rateTicket', { ticketId, stars: 1 })
  expectError('selfservice.rateTicket', rated, 'SELFSERVICE_TICKET_MISSING')
  expectError('selfservice.workTicket', await work(fang, ticketId, 'decline'), 'SELFSERVICE_REASON_NEEDED')
  const far = await call(elsewhere, 'workTicket', { ticketId, version: 1, action: 'start' })
  expectError('selfservice.workTicket', far, 'SELFSERVICE_TICKET_MISSING')
  const [ticket] = await cloud.dump('selfservice_tickets')
  await cloud.engine.insertMany('selfservice_tickets', [{ ...ticket, _id: 'full', messages: 200 }])
  expectError('selfservice.sayOnTicket', await say({ ticketId: 'full' }), 'SELFSERVICE_TICKET_FULL')
})

test('a ticket that is full of words still says why it ends, and is asked nothing more', async () => {
  const ticketId = await submitted()
  await take(fang, ticketId)
  expectData(await work(fang, ticketId, 'start'))
  const [ticket] = await cloud.dump<object>('selfservice_tickets')
  const [first] = await cloud.dump<MessageDocument>('selfservice_ticket_messages')
  const full = { ticketId: 'full', at: Date.parse(NOW) }
  const words = Array.from({ length: 200 }, (_, at) => ({ ...first, ...full, _id: `words ${at}` }))
  await cloud.engine.insertMany('selfservice_ticket_messages', words)
  await cloud.engine.insertMany('selfservice_tickets', [{ ...ticket, _id: 'full', messages: 200 }])
  await cloud.clock('2026-11-24T09:00:00+08:00')
  const asked = await work(fang, 'full', 'ask', '哪一扇窗')
  expectError('selfservice.workTicket', asked, 'SELFSERVICE_TICKET_FULL')
  for (const round of [1, 2]) {
    const note = `换了阀门 ${round}`
    await cloud.clock(`2026-11-24T09:0${round}:00+08:00`)
    expectData(await work(fang, 'full', 'resolve', note))
    expect((await opened(lin, 'full')).messages.at(-1)).toMatchObject({ body: note })
    await does(lin, 'moveOwnTicket', { ticketId: 'full', action: 'reopen', note: '还是冷' })
    await take(fang, 'full')
    expectData(await work(fang, 'full', 'start'))
  }
})

test('what the other side would read is looked at first', async () => {
  const ticketId = await submitted()
  const done = {
    ...(await cloud.dump('selfservice_tickets'))[0],
    _id: 'done',
    state: 'closed',
    resolvedAt: 1,
  }
  await cloud.engine.insertMany('selfservice_tickets', [done])
  const submit = () => call(lin, 'submitTicket', form)
  const say = () => call(lin, 'sayOnTicket', { ticketId, body: '再说', imageIds: [] })
  const cancel = () => call(lin, 'moveOwnTicket', { ticketId, action: 'cancel', note: '不用了' })
  const rate = () => call(lin, 'rateTicket', { ticketId: 'done', stars: 1, words: '慢' })
  const decline = () => work(fang, ticketId, 'decline', '不归这里')
  await cloud.fault({ openapi: { api: 'security.msgSecCheck', mode: 'risky', times: 5 } })
  expectError('selfservice.submitTicket', await submit(), 'CONTENT_REJECTED')
  expectError('selfservice.sayOnTicket', await say(), 'CONTENT_REJECTED')
  expectError('selfservice.moveOwnTicket', await cancel(), 'CONTENT_REJECTED')
  expectError('selfservice.rateTicket', await rate(), 'CONTENT_REJECTED')
  expectError('selfservice.workTicket', await decline(), 'CONTENT_REJECTED')
  await cloud.fault({ openapi: { api: 'security.msgSecCheck', mode: 'fail', times: 5 } })
  expectError('selfservice.submitTicket', await submit(), 'CONTENT_CHECK_UNAVAILABLE')
  expectError('selfservice.sayOnTicket', await say(), 'CONTENT_CHECK_UNAVAILABLE')
  expectError('selfservice.moveOwnTicket', await cancel(), 'CONTENT_CHECK_UNAVAILABLE')
  expectError('selfservice.rateTicket', await rate(), 'CONTENT_CHECK_UNAVAILABLE')
  expectError('selfservice.workTicket', await decline(), 'CONTENT_CHECK_UNAVAILABLE')
})

test('a category is changed by whoever keeps all sites, and by one at a time', async () => {
  const { _id, order, ...core } = category
  const save = (more: object = {}, who = lead) =>
    call(who, 'saveTicketCategory', { categoryId: _id, ...core, ...more })
  expectError('selfservice.saveTicketCategory', await save({}, fang), 'SELFSERVICE_CATEGORY_NOT_YOURS')
  expectError('selfservice.saveTicketCategory', await save({ version: 7 }), 'SELFSERVICE_CATEGORY_CHANGED')
  const unknown = await save({ categoryId: 'none' })
  expectError('selfservice.saveTicketCategory', unknown, 'SELFSERVICE_CATEGORY_MISSING')
  const desks = [{ site: '上海', leadId: chen.employeeId, handlerIds: [chen.employeeId] }]
  expectError('selfservice.saveTicketCategory', await save({ desks }), 'SELFSERVICE_HANDLER_MISSING')
  expectData(await save({ targetHours: 8 }))
  const { categories } = await does<OutputOf<typeof selfservice.openTicketCategories>>(
    fang,
    'openTicketCategories',
  )
  expect(categories).toMatchObject([{ targetHours: 8, version: order + 1, desks: [{ site: '上海' }] }])
})
