import { randomUUID } from 'node:crypto'
import { closedDoor } from '@domain/access/granting'
import { can } from '@domain/access/roles'
import { type Contract, isPublishing, type Procedure } from '@domain/kernel/contract'
import { type ErrorCode, errorReply, isFinal, Refusal, type Reply } from '@domain/kernel/errors'
import { RequestId } from '@domain/kernel/schema'
import type { Alongs } from './along'
import { cloud } from './cloud'
import type { Caller, Employee, GuestContext, Handler, Standing } from './context'
import { errorCodeOf } from './databaseErrors'
import { logInvocation } from './log'
import { asPromised } from './promise'
import { assertMayPublish } from './publishing'
import { findDone, hasCommitted, idFor, type Receipt, settle, unrecorded } from './receipts'
import { type Announced, announce, endReception, forgetAnnounced, receive } from './receptions'
import { countingRequests } from './requestCount'
import { type Transaction, transaction } from './transaction'
import {
  isTimer,
  isWechatEvent,
  runEvent,
  runTimer,
  type TimerEvent,
  type UnattendedDoors,
  type WechatEvent,
} from './unattended'
import { wechatFor } from './wechat'

/** What a client sends to a function. */
interface CallEvent {
  procedure?: unknown
  input?: unknown
  requestId?: unknown
}

/** What the door can tell apart; anything else, also what is no object at all, is taken for an empty call. */
type FunctionEvent = CallEvent | TimerEvent | WechatEvent

/** What a room answers to. */
export interface Doors<C extends Contract> extends UnattendedDoors {
  contract: C
  // Each handler is checked against its own procedure by `handle`; here they only stand side by side.
  handlers: { [Name in keyof C]: Handler<C[Name]> }
  standingOf(openid: string, alongs?: Alongs): Promise<Caller>
}

/**
 * Makes a cloud function out of a room's contract and handlers. For people it never throws: an error is a reply. What
 * fails for the scheduler or for WeChat is thrown, so that the platform counts it.
 */
export function serve<C extends Contract>(room: string, doors: Doors<C>) {
  return async (received: unknown): Promise<unknown> => {
    const event: FunctionEvent = typeof received === 'object' && received !== null ? received : {}
    const { OPENID: openid, SOURCE: source } = cloud.getWXContext()
    return countingRequests<unknown>(count => {
      const invocation = { room, doors, source, count }
      if (isTimer(event)) return runTimer(invocation, event)
      if (isWechatEvent(event)) return runEvent(invocation, event)
      return answer(room, doors, event, openid, count)
    })
  }
}

async function answer<C extends Contract>(
  room: string,
  doors: Doors<C>,
  event: CallEvent,
  openid: unknown,
  count: { requests: number },
): Promise<Reply<unknown>> {
  const startedAt = Date.now()
  const requestId = RequestId.safeParse(event.requestId).data ?? randomUUID()
  const name = nameOf(doors.contract, event.procedure)
  // What the contract doesn't know may be any text, also personal data, and is never printed.
  const procedureName = `${room}.${name ?? '(unknown)'}`
  const lineOf = () => ({
    procedure: procedureName,
    requestId,
    durationMs: Date.now() - startedAt,
    databaseRequests: count.requests,
  })
  try {
    if (typeof openid !== 'string' || !openid) throw new Refusal('BAD_REQUEST')
    if (name === null) throw new Refusal('UNKNOWN_PROCEDURE')
    const procedure = doors.contract[name] as Procedure
    const handler = doors.handlers[name] as unknown as Handler
    const call = { name: procedureName, procedure, handler, event, openid, requestId, startedAt, doors }
    const execution: Execution = call
    const promised = asPromised(procedure, await execute(execution))
    const data = execution.veil ? await execution.veil(promised, procedure.access) : promised
    logInvocation({ ...lineOf(), code: 'OK' })
    return { ok: true, data }
  } catch (error) {
    const code = error instanceof Refusal ? error.code : errorCodeOf(error)
    logInvocation({ ...lineOf(), code, error })
    return {
      ok: false,
      error: errorReply(code, requestId, error instanceof Refusal ? error : {}),
    }
  }
}

function nameOf(contract: Contract, procedure: unknown): string | null {
  return typeof procedure === 'string' && Object.hasOwn(contract, procedure) ? procedure : null
}

interface Execution {
  name: string
  procedure: Procedure
  handler: Handler
  event: CallEvent
  openid: string
  requestId: string
  startedAt: number
  doors: Pick<Doors<Contract>, 'standingOf'>
  /** Known once the caller is. */
  veil?: Caller['veil']
}

/** Of whom a procedure asks nothing that is a stranger to it. */
const nobodyAsked: Caller = { caller: { standing: 'stranger' }, found: {} }

async function execute(execution: Execution): Promise<unknown> {
  const { name, procedure, handler, event, openid, requestId, startedAt, doors } = execution
  const input = parse(procedure, event.input)
  const idempotency = procedure.kind === 'command' ? procedure.idempotency : 'natural'
  const keepsResult = idempotency !== 'natural'
  const isNamed = RequestId.safeParse(event.requestId).success
  const arrival = { requestId, procedure: name, input: event.input ?? {}, now: startedAt }
  // Before anything else: an execution may die at any request, and the command's time is worth something.
  const announced =
    idempotency === 'reception' && isNamed ? await announce({ ...arrival, openid }) : undefined
  const { caller, found, veil } = handler.unasked
    ? nobodyAsked
    : await doors.standingOf(openid, handler.along?.(input as never))
  execution.veil = veil
  await admit(procedure, caller, announced)
  if (keepsResult && !isNamed) throw new Refusal('BAD_REQUEST', ['requestId'])
  // A guest's command may make the caller an employee; its retry must still find the receipt.
  const isGuest = procedure.access === 'guest' || caller.standing === 'stranger'
  const reception = { ...arrival, caller: isGuest ? openid : caller.employee.id }
  const receipt = announced ? await receive(announced, reception) : unrecorded(reception)
  if (receipt.done) return repeated(execution, receipt.done.result)
  const context = contextOf({ openid, requestId, caller, receipt, keepsResult })
  try {
    if (isPublishing(procedure, input)) assertMayPublish(context)
    return await handler.run(context, input as never, found)
  } catch (error) {
    // The command may have been done before, or another execution have won: then that result is the answer, whatever
    // stopped this one.
    const done = keepsResult ? await findDone(receipt) : null
    if (done) return await repeated(execution, done.result)
    if (announced && isFinal(error)) await endReception(announced, receipt)
    throw error
  }
}

/**
 * The first result of a command, for whoever repeats it. Who they are is asked anew: the command itself may have made
 * them an employee since.
 * @throws Refusal IDENTITY_LEFT, IDENTITY_NOT_REGISTERED for whom it is not about any more
 */
async function repeated({ handler, openid, doors }: Execution, result: unknown): Promise<unknown> {
  if (!handler.isStillTheirs) return result
  const { caller } = await doors.standingOf(openid)
  if (handler.isStillTheirs(caller, result as never)) return result
  throw new Refusal(caller.standing === 'left' ? 'IDENTITY_LEFT' : 'IDENTITY_NOT_REGISTERED')
}

/** @throws Refusal INVALID_INPUT with the paths that are wrong, never their values */
function parse(procedure: Procedure, input: unknown): unknown {
  const parsed = procedure.input.safeParse(input ?? {})
  if (parsed.success) return parsed.data
  throw new Refusal('INVALID_INPUT', [...new Set(parsed.error.issues.map(issue => issue.path.join('.')))])
}

/** @throws Refusal where the contract's access does not let this caller in: then nothing of the command stays */
async function admit(procedure: Procedure, caller: Standing, announced?: Announced): Promise<void> {
  try {
    assertAdmitted(procedure, caller)
  } catch (error) {
    if (announced) await forgetAnnounced(announced)
    throw error
  }
}

function assertAdmitted(procedure: Procedure, caller: Standing): void {
  if (procedure.access === 'guest') return
  const refused: ErrorCode | null =
    caller.standing === 'stranger'
      ? 'IDENTITY_NOT_REGISTERED'
      : caller.standing === 'left'
        ? 'IDENTITY_LEFT'
        : null
  if (refused) throw new Refusal(refused)
  if (procedure.access === 'employee') return
  const { grants } = (caller as { employee: Employee }).employee
  if (!can(grants, procedure.access)) {
    throw new Refusal('NOT_ALLOWED', undefined, undefined, closedDoor(procedure.access))
  }
}

interface Parts {
  openid: string
  requestId: string
  caller: Standing
  receipt: Receipt
  keepsResult: boolean
}

function contextOf({
  openid,
  requestId,
  caller,
  receipt,
  keepsResult,
}: Parts): GuestContext & { employee: Employee } {
  const employee = caller.standing === 'stranger' ? undefined : caller.employee
  return {
    openid,
    requestId,
    receiptId: receipt.id,
    now: receipt.receivedAt,
    caller,
    // `admit` has let only employees into procedures whose handlers see this field.
    employee: employee as Employee,
    wechat: wechatFor(openid),
    newId: label => idFor(receipt, label),
    transaction: (work, audited) => {
      if (!keepsResult) return transaction(work)
      const by = employee?.id ?? openid
      return committed(receipt, async tx => {
        const result = await work(tx)
        const entry = audited?.()
        await settle(tx, receipt, result, entry && { by, ...entry })
        return result
      })
    },
  }
}

/**
 * Runs `work`, which settles the receipt, in a transaction. Where the commit's answer gets lost the receipt tells whether
 * it was done: then the command goes on to what follows the commit, instead of leaving it undone for good, since whoever
 * repeats the command is answered from the receipt. One request more, in that case alone.
 * @throws as `transaction`
 */
async function committed<T>(receipt: Receipt, work: (tx: Transaction) => Promise<T>): Promise<T> {
  let last: { result: T } | null = null
  try {
    return await transaction(async tx => {
      last = null
      const result = await work(tx)
      last = { result }
      return result
    })
  } catch (error) {
    const reached = last as { result: T } | null
    if (reached && (await hasCommitted(receipt))) return reached.result
    throw error
  }
}
