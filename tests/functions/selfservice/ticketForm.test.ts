import { expectData, expectError } from '../../support/expectError'
import { newRequestId } from '../../support/identityWorld'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { insertPeople, people } from '../../support/people'
import { heatingAtDesks as category, handlers } from '../../support/ticketCategory'

const NOW = '2026-11-24T08:00:00+08:00'
const { lin, fang } = people
const { lead, second, elsewhere } = handlers

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud({ clock: NOW })
  await insertPeople(cloud.engine, [lin, fang, lead, second, elsewhere])
})
afterAll(() => cloud.close())

const call = <T>(name: string, input: object) =>
  cloud.call<T>(lin.openid, `selfservice.${name}`, input, newRequestId())

test('a form that asks for what matters needs no sentence, for no day that is over and for a plate that there is', async () => {
  const asked = { required: true, options: [] }
  const fields = [
    { key: 'day', label: '哪天来', kind: 'day', ...asked },
    { key: 'visitors', label: '哪家公司', kind: 'line', ...asked },
  ]
  await cloud.engine.insertMany('selfservice_ticket_categories', [
    { ...category, _id: 'visitor', name: '访客', order: 2, fields },
  ])
  const visit = (day: string) => ({
    ...{ categoryId: 'visitor', place: 'A 楼前台', body: '', imageIds: [] },
    answers: { day, visitors: '远景动力' },
  })
  const over = await call('submitTicket', visit('2026-11-10'))
  expectError('selfservice.submitTicket', over, 'SELFSERVICE_ANSWERS_WRONG')
  const { ticketId } = expectData(await call<{ ticketId: string }>('submitTicket', visit('2026-12-10')))
  const { ticket } = expectData(await call<{ ticket: { title: string } }>('openTicket', { ticketId }))
  expect(ticket.title).toBe('12 月 10 日，远景动力')
  await cloud.engine.insertMany('selfservice_ticket_categories', [
    {
      ...category,
      ...{ _id: 'parking', name: '停车', order: 3 },
      fields: [{ key: 'plate', label: '车牌', kind: 'plate', ...asked }],
    },
  ])
  const park = (plate: string) => ({
    ...{ categoryId: 'parking', place: 'P2', body: '一个临时车位', imageIds: [], answers: { plate } },
  })
  const wrong = await call('submitTicket', park('不是车牌'))
  expectError('selfservice.submitTicket', wrong, 'SELFSERVICE_ANSWERS_WRONG')
  expectData(await call('submitTicket', park('沪A12345')))
})
