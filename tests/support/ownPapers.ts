import { DAY_MS } from '@domain/kernel/time'
import type { TicketDocument } from '../../cloudfunctions/selfservice/ticketDocuments'
import type { TestCloud } from './localCloud'
import { people, type TestPerson } from './people'
import { heating } from './ticketCategory'
import { personOf } from './unionWorld'

/** A document as the store of its room has it. */
export type Rest = readonly [room: string, document: { _id: string } & Record<string, unknown>]

const { han, guo } = people
/** What the roster called somebody before HR corrected it: steps of before and after have different names. */
export const FORMER_NAME = '曾用名'

/** A desk that names them, a document that they answer for, a word that they looked at, and what the night holds back. */
export function onDesks(who: TestPerson, now: number): Rest[] {
  const { employeeId, openid } = who
  const desks = [{ site: '成都', leadId: employeeId, handlerIds: [employeeId, han.employeeId] }]
  const edition = { number: 1, fileId: 'cloud://none', fileName: '差旅.pdf', kind: 'pdf', by: han.name }
  const document = { title: '差旅', summary: '住宿', category: 'policy', state: 'live', edition, version: 1 }
  const term = `term:t-${openid}`
  return [
    ['selfservice_ticket_categories', { ...heating, _id: `desk-${openid}`, fields: [], desks }],
    [
      'knowledge_documents',
      { _id: `document-${openid}`, ...document, owner: personOf(who), departments: [], expiresOn: null },
    ],
    ['knowledge_terms', { _id: `t-${openid}`, word: '热泵', live: true, version: 1, changedIn: 1 }],
    [
      'knowledge_looks',
      { _id: `${term}:${employeeId}`, subject: term, downloaded: false, uncountedSince: now },
    ],
    [
      'notice_held',
      {
        _id: `held-${openid}`,
        employeeId,
        template: 'articleOut',
        page: '',
        values: [],
        dueAt: now + 30 * DAY_MS,
      },
    ],
  ]
}

/** An invoice, and what the reports of finance and of coins by hand say of lines that name them. */
export function ofFinance(who: TestPerson, now: number): Rest[] {
  const { employeeId, name, openid } = who
  const number = `2631200000001234${who.employeeId.slice(-4)}`
  const row = {
    employeeId,
    number,
    invoicedOn: '2026-11-18',
    amountFen: 10_050,
    subject: '成都出差',
    note: '',
  }
  const { number: _number, ...fields } = { ...row, state: 'review' }
  const problem = { line: 2, problem: 'stepBack', number, employeeId, detail: '不能再改' }
  const claim = { ...fields, sortKey: `2026-11-18:${number}`, trail: [], answers: [], answeredAt: null }
  const report = { read: 1, adding: 0, moving: 0, unchanged: 0, moreProblems: 0, written: 0, toWrite: 0 }
  const checked = { ...report, leaseUntil: 0, checkedBy: han.employeeId, checkedAt: now - DAY_MS }
  const expiresAt = now + 30 * DAY_MS
  return [
    ['selfservice_claims', { _id: number, ...claim, importId: 'before' }],
    [
      'selfservice_claim_imports',
      {
        ...{
          _id: `problems-${openid}`,
          fileName: '报销.csv',
          ...checked,
          problems: [problem],
          state: 'applied',
        },
        ...{ bookVersion: 0, batchId: `lines-${openid}`, appliedBy: han.employeeId },
      },
    ],
    [
      'selfservice_claim_lines',
      { _id: `lines-${openid}.0`, batchId: `lines-${openid}`, number: 0, action: 'move', row, expiresAt },
    ],
    [
      'coin_batches',
      {
        ...{
          _id: `batch-${openid}`,
          ...checked,
          problems: [{ ...problem, problem: 'repeated', name }],
          state: 'done',
        },
        ...{ linesId: `hands-${openid}`, by: { ...personOf(han), inNames: [] }, decision: null },
      },
    ],
    [
      'coin_batch_lines',
      {
        ...{ _id: `hands-${openid}.0`, linesId: `hands-${openid}`, number: 0, line: 2, employeeId, name },
        ...{ way: 'give', amount: 5, experience: 0, why: `${name}拿了奖`, expiresAt },
      },
    ],
  ]
}

/** A ticket of theirs whose handler has answered, with names of before and after, and one of a colleague's. */
export async function insertAnswered(cloud: TestCloud, who: TestPerson, now: number): Promise<void> {
  const [model] = await cloud.dump<TicketDocument>('selfservice_tickets')
  const told = { noticeId: 'told', employeeId: who.employeeId, count: 1 }
  const step = { at: now - DAY_MS, note: null }
  const over = { state: 'closed', column: 'over', closesAt: null, escalateAt: null }
  const own = {
    ...{ ...model, ...over, _id: `answered-${who.openid}`, employeeId: who.employeeId, toldOwner: told },
    ...{
      requester: { ...personOf(who), name: FORMER_NAME },
      assigneeId: han.employeeId,
      assigneeName: han.name,
    },
    trail: [
      { ...step, action: 'submit', by: FORMER_NAME },
      { ...step, action: 'reopen', by: who.name, note: `${who.name}还是冷` },
    ],
    ...{ rating: { stars: 2, words: `${who.name}不满意`, at: now }, toldHandler: null },
  }
  const others = {
    ...{
      ...model,
      ...over,
      _id: `worked-${who.openid}`,
      employeeId: han.employeeId,
      requester: personOf(han),
    },
    ...{ assigneeId: who.employeeId, assigneeName: FORMER_NAME, toldOwner: null, toldHandler: told },
    trail: [
      { ...step, action: 'assign', by: guo.name, note: who.name },
      { ...step, action: 'resolve', by: who.name },
    ],
  }
  await cloud.engine.insertMany('selfservice_tickets', [own, others])
}
