import type { contracts } from '@domain/contracts'
import { contracts as allContracts } from '@domain/contracts'
import type { Contract, OutputOf, Procedure } from '@domain/kernel/contract'
import { requestsMax } from '@domain/kernel/contract'
import type { Engine } from '../../tools/local-cloud/engine'
import { billed } from './billed'
import { type CallReply, type TestCloud, until } from './localCloud'
import { insertPeople, type TestPerson } from './people'

/** A colleague by number: number 7 is `VC000007`, whose WeChat account is `wx-7`. */
export function colleague(number: number): TestPerson {
  const employeeId = `VC${String(number).padStart(6, '0')}`
  return {
    employeeId,
    openid: `wx-${number}`,
    name: `同事${number}`,
    phone: `138${String(number).padStart(8, '0')}`,
    department: '研发',
    site: '上海',
    grants: [],
    registered: true,
    status: 'active',
  }
}

/** After the plain colleagues of a world come one who moderates, one who has left and one who speaks as the company. */
export interface TalkWorld {
  people: TestPerson[]
  moderator: TestPerson
  leaver: TestPerson
  /** Speaks as `ACCOUNT`. */
  voice: TestPerson
}

export const ACCOUNT = 'company'
export const BOARD = 'board-life'
export const CLOSED_BOARD = 'board-closed'

/** Fills an empty cloud with colleagues and boards. */
export async function talkWorld(engine: Engine, count: number): Promise<TalkWorld> {
  const people = Array.from({ length: count }, (_, index) => colleague(index + 1))
  const moderator = colleague(count + 1)
  const leaver = colleague(count + 2)
  const voice = colleague(count + 3)
  await insertPeople(engine, [
    ...people,
    { ...moderator, grants: [{ role: 'moderator' }] },
    { ...leaver, status: 'left' },
    { ...voice, grants: [{ role: 'official', scopeId: ACCOUNT }] },
  ])
  await engine.insertMany('forum_accounts', [
    { _id: ACCOUNT, name: '沃尔沃汽车', intro: '公司的消息', order: 1 },
    { _id: 'union', name: '沃尔沃工会', intro: '福利和活动', order: 2 },
  ])
  await engine.insertMany('forum_boards', [
    { _id: CLOSED_BOARD, name: '公告', closed: true, order: 2 },
    { _id: BOARD, name: '生活', closed: false, order: 1 },
  ])
  return { people, moderator, leaver, voice }
}

type Contracts = typeof contracts
type Room = keyof Contracts
/** `forum.createPost` */
export type ProcedureName = { [R in Room]: `${R}.${Extract<keyof Contracts[R], string>}` }[Room]
type Named<N extends ProcedureName> = N extends `${infer R extends Room}.${infer P}`
  ? P extends keyof Contracts[R]
    ? Extract<Contracts[R][P], Procedure>
    : never
  : never

/** Calls and expects success. */
export async function succeed<N extends ProcedureName>(
  cloud: Pick<TestCloud, 'call'>,
  caller: TestPerson,
  name: N,
  input: unknown = {},
  requestId: string = nextRequestId(),
): Promise<OutputOf<Named<N>>> {
  const reply = await cloud.call<OutputOf<Named<N>>>(caller.openid, name, input, requestId)
  if (!reply.ok) throw new Error(`${name} as ${caller.name}: ${JSON.stringify(reply.error)}`)
  return reply.data
}

/** Calls and leaves the reply to the test. */
export function attempt(
  cloud: Pick<TestCloud, 'call'>,
  caller: Pick<TestPerson, 'openid'>,
  name: ProcedureName,
  input: unknown = {},
  requestId: string = nextRequestId(),
): Promise<CallReply<unknown>> {
  return cloud.call(caller.openid, name, input, requestId)
}

/** Repeats a call as a phone does while the answer is to try again. */
export async function persist<N extends ProcedureName>(
  cloud: Pick<TestCloud, 'call'>,
  caller: TestPerson,
  name: N,
  input: unknown,
  requestId: string,
): Promise<OutputOf<Named<N>>> {
  return until(`${name} ${requestId}`, async () => {
    const reply = await cloud.call<OutputOf<Named<N>>>(caller.openid, name, input, requestId)
    if (reply.ok) return reply.data
    if (reply.error.kind === 'retry') return null
    throw new Error(`${name} as ${caller.name}: ${JSON.stringify(reply.error)}`)
  })
}

let requests = 0

export function nextRequestId(): string {
  requests += 1
  return `request-${String(requests).padStart(6, '0')}`
}

/** How many database requests each call has cost that the log still knows, transaction start and end apart. */
async function requestsByProcedure(cloud: Pick<TestCloud, 'log'>): Promise<Map<ProcedureName, number[]>> {
  const costs = new Map<ProcedureName, number[]>()
  for (const record of await cloud.log()) {
    if (record.procedure === null) continue
    const name = `${record.function}.${record.procedure}` as ProcedureName
    costs.set(name, [...(costs.get(name) ?? []), billed(record.databaseRequests)])
  }
  return costs
}

/** What a procedure may cost by its contract. */
function budgetOf(name: ProcedureName): number {
  const [room, procedure] = name.split('.') as [Room, string]
  return requestsMax((allContracts[room] as Contract)[procedure] as Procedure)
}

/** Expects every call that the log still knows to have stayed within its contract. */
export async function expectWithinBudgets(cloud: Pick<TestCloud, 'log'>): Promise<void> {
  for (const [name, costs] of await requestsByProcedure(cloud)) {
    // A conflict starts a transaction again, and the budget is that of one attempt: so the usual call is judged.
    const usual = [...costs].sort((a, b) => a - b)[Math.floor(costs.length / 2)] ?? 0
    expect([name, Math.max(usual, budgetOf(name))]).toEqual([name, budgetOf(name)])
  }
}
