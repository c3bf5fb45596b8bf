import type { Grant } from '@domain/access/roles'
import type { Access, OutputOf, ParsedInputOf, Procedure } from '@domain/kernel/contract'
import type { Day, Instant } from '@domain/kernel/time'
import type { Alongs, Found } from './along'
import type { AuditEntry } from './receipts'
import type { Transaction } from './transaction'
import type { Wechat } from './wechat'

/** The caller, as the roster and the grants know them. */
export interface Employee {
  id: string
  name: string
  site: string
  department: string
  joinedOn: Day
  /** When they first registered, whatever account is bound since. */
  registeredAt: Instant | null
  /** 138****0426 */
  phoneMasked: string
  grants: readonly Grant[]
  /** Until when they may not publish, if that was ever so; it may be over. */
  mutedUntil: Instant | null
  /** The last day on which they came, as far as it is kept. */
  seenOn: Day | null
  /** Of the privacy guide that they agreed to last. */
  agreedPrivacyVersion: string | null
}

/** Who stands behind a WeChat identity. */
export type Standing = { standing: 'stranger' } | { standing: 'employee' | 'left'; employee: Employee }

/** Who is calling, and what was read along with that; nothing for a stranger. */
export interface Caller {
  caller: Standing
  found: Partial<Found<Alongs>>
  /** Takes out of an answer what the caller may not see of colleagues; absent for a stranger. */
  veil?(answer: unknown, access: Access): Promise<unknown>
}

interface Call {
  /** WeChat's name for the caller within this mini program; from the cloud's own context, never from the input. */
  openid: string
  requestId: string
  /** The receipt of a command, for those who must be able to void it. */
  receiptId: string
  /** When the server first received this; every rule goes by it, also in a retry. */
  now: Instant
  wechat: Wechat
  /** An id that a retry of the same command makes again. */
  newId(label: string): string
  /**
   * The change, and with it the result that a repeated requestId gets. May run several times.
   * `audited` is asked after the change, and what it tells is written for changes of the back office.
   */
  transaction<T>(
    work: (tx: Transaction) => Promise<T>,
    audited?: () => Omit<AuditEntry, 'by'> | undefined,
  ): Promise<T>
}

export interface GuestContext extends Call {
  caller: Standing
}

export interface EmployeeContext extends Call {
  employee: Employee
}

export type ContextOf<P extends Procedure> = P['access'] extends 'guest' ? GuestContext : EmployeeContext

export interface Handler<P extends Procedure = Procedure> {
  procedure: P
  /** What is to be read in the request that asks who is calling. */
  along?(input: ParsedInputOf<P>): Alongs
  /** Nobody asks who is calling: the input proves what they may see. */
  unasked?: true
  /** Whether whoever repeats the command is still whom its first result is about; absent: the access has seen to it. */
  isStillTheirs?(caller: Standing, result: OutputOf<P>): boolean
  run(context: ContextOf<P>, input: ParsedInputOf<P>, found: Caller['found']): Promise<OutputOf<P>>
}

/** Binds a procedure of a contract to what it does. */
export function handle<P extends Procedure>(procedure: P, run: Handler<P>['run']): Handler<P> {
  return { procedure, run }
}

/**
 * As `handle`, for a guest's procedure that is called too often to ask each time who is calling: its caller is a
 * stranger to it, and what they may see has to follow from the input alone. Nothing is veiled: no department leaves.
 */
export function handleUnasked<P extends Procedure & { access: 'guest' }>(
  procedure: P,
  run: Handler<P>['run'],
): Handler<P> {
  return { procedure, run, unasked: true }
}

/**
 * As `handle`, for what needs more than its caller: `along` says what is read in the same request. It is read before
 * anybody is admitted and shown to nobody who is not.
 */
export function handleWith<P extends Procedure, A extends Alongs>(
  procedure: P,
  along: (input: ParsedInputOf<P>) => A,
  run: (context: ContextOf<P>, input: ParsedInputOf<P>, found: FoundOf<P, A>) => Promise<OutputOf<P>>,
): Handler<P> {
  return { procedure, along, run: (context, input, found) => run(context, input, found as FoundOf<P, A>) }
}

/** A guest's procedure may be called by a stranger, with whom nothing is found. */
type FoundOf<P extends Procedure, A extends Alongs> = P['access'] extends 'guest'
  ? Partial<Found<A>>
  : Found<A>
