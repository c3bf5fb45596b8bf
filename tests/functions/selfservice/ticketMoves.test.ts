import { type TicketState, ticketActions, ticketColumn, ticketStates } from '@domain/selfservice/ticket'
import type { TicketDocument } from '../../../cloudfunctions/selfservice/ticketDocuments'
import { expectData } from '../../support/expectError'
import { newRequestId } from '../../support/identityWorld'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { insertPeople, people, type TestPerson } from '../../support/people'
import { heatingAtDesks } from '../../support/ticketCategory'
import { ticketMoves, ticketMoveTo } from '../../support/ticketMoves'

const NOW = '2026-11-24T08:00:00+08:00'
const { lin, fang } = people

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ clock: NOW })
  await insertPeople(cloud.engine)
  await cloud.engine.insertMany('selfservice_ticket_categories', [heatingAtDesks])
})
afterAll(() => cloud.close())

const call = <T = Record<string, unknown>>(who: TestPerson, name: string, input: object) =>
  cloud.call<T>(who.openid, `selfservice.${name}`, input, newRequestId())

test('from each state the server lets writer and handler do what the table says, and nothing else', async () => {
  const { ticketId } = expectData(
    await call<{ ticketId: string }>(lin, 'submitTicket', {
      ...{ categoryId: 'heat', place: 'A 楼 4 层', body: '靠窗三排只有 16 度' },
      ...{ answers: { seat: 'E-412' }, imageIds: [] },
    }),
  )
  const like = (await cloud.dump<TicketDocument>('selfservice_tickets')).find(({ _id }) => _id === ticketId)
  const actors = { owner: lin, handler: fang }
  const actions = ticketActions.filter(action => action !== 'submit' && action !== 'close')
  const cases = ticketStates.flatMap(state =>
    actions.flatMap(action =>
      (['owner', 'handler'] as const).map(actor => ({
        ...{ state, action, actor, _id: [ticketId, state, action, actor].join('-') },
        to: ticketMoves[actor][state]?.includes(action) ? ticketMoveTo[action] : state,
      })),
    ),
  )
  const given = (state: TicketState) => (state === 'submitted' || state === 'reopened' ? '' : fang.employeeId)
  await cloud.engine.insertMany(
    'selfservice_tickets',
    cases.map(({ _id, state }) => ({
      ...{ ...like, _id, number: _id, state, column: ticketColumn(state), assigneeId: given(state) },
      resolvedAt: Date.parse(NOW),
    })),
  )
  const version = like?.version ?? 0
  const own = ['confirm', 'reopen', 'cancel']
  for (const { _id, action, actor } of cases) {
    const who = actors[actor]
    const note = '一句说明'
    if (action === 'answer') await call(who, 'sayOnTicket', { ticketId: _id, body: note, imageIds: [] })
    else if (action === 'assign')
      await call(who, 'assignTickets', { tickets: [{ ticketId: _id, version }], handlerId: fang.employeeId })
    else if (own.includes(action)) await call(who, 'moveOwnTicket', { ticketId: _id, action, note })
    else await call(who, 'workTicket', { ticketId: _id, version, action, note })
  }
  const states = new Map(
    (await cloud.dump<TicketDocument>('selfservice_tickets')).map(({ _id, state }) => [_id, state]),
  )
  expect(cases.map(({ _id }) => [_id, states.get(_id)])).toEqual(cases.map(({ _id, to }) => [_id, to]))
  // Of the table's transitions each has happened here, but for those of the clock.
  expect(cases.filter(({ state, to }) => state !== to).length).toBeGreaterThanOrEqual(21)
})
