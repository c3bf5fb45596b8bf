import type * as z from 'zod'
import type { Permission } from '../access/roles'
import type { ErrorCode } from './errors'

/**
 * Who may call a procedure. `guest` is anybody with a WeChat identity, `employee` a registered colleague who has
 * not left, a permission somebody whose role holds it. Scope ("own association only") is a rule beside the contract.
 */
export type Access = 'guest' | 'employee' | Permission

/** The most database requests of one call, transaction start and commit apart, and why it needs more than the house's measure. */
export interface RequestBudget {
  requests: number
  because: string
}

interface Terms<A extends Access, I extends z.ZodType, O extends z.ZodType, E extends ErrorCode> {
  access: A
  input: I
  output: O
  /** Errors of this procedure's own; those in `commonErrors` may come from any. */
  errors: readonly E[]
  budget?: RequestBudget
}

export interface Query<
  A extends Access = Access,
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
  E extends ErrorCode = ErrorCode,
> extends Terms<A, I, O, E> {
  kind: 'query'
}

export interface Command<
  A extends Access = Access,
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
  E extends ErrorCode = ErrorCode,
> extends Terms<A, I, O, E> {
  kind: 'command'
  /**
   * `result`: the result is kept inside the transaction, so a repeated requestId gets the first one. `reception`: the
   * first reception is recorded too, before anything happens, for a command whose time is worth something (it earns)
   * or that does something before its transaction (it reserves). `natural`: repeating the command is harmless by its
   * meaning ("liked: true"), so nothing is kept.
   */
  idempotency: 'result' | 'reception' | 'natural'
  /**
   * Whether it shows colleagues what its caller has written or photographed: nobody does whom moderators or HR have
   * muted, and nobody at all while publishing is switched off. What somebody writes for the community by their office, and
   * what reaches a desk alone, is none. A function: it depends on the input.
   */
  publishes?: boolean | ((input: never) => boolean)
}

export type Procedure = Query | Command
export type Contract = Record<string, Procedure>

/** A procedure that changes nothing. At most 3 database requests unless its budget says why. */
export function query<
  const A extends Access,
  I extends z.ZodType,
  O extends z.ZodType,
  const E extends ErrorCode = never,
>(terms: Terms<A, I, O, E>): Query<A, I, O, E> {
  return { kind: 'query', ...terms }
}

/** A procedure that changes something and carries a requestId. At most 6 database requests unless its budget says why. */
export function command<
  const A extends Access,
  I extends z.ZodType,
  O extends z.ZodType,
  const E extends ErrorCode = never,
>(
  terms: Terms<A, I, O, E> & {
    idempotency?: Command['idempotency']
    publishes?: boolean | ((input: z.output<I>) => boolean)
  },
): Command<A, I, O, E> {
  return { kind: 'command', idempotency: 'result', ...terms }
}

/** What a caller sends. */
export type InputOf<P extends Procedure> = z.input<P['input']>
/** What the handler receives, after parsing. */
export type ParsedInputOf<P extends Procedure> = z.output<P['input']>
/** What the caller gets back. */
export type OutputOf<P extends Procedure> = z.output<P['output']>

const QUERY_REQUESTS_MAX = 3
const COMMAND_REQUESTS_MAX = 6

/** Whether this call shows colleagues what its caller has written or photographed; the input is parsed. */
export function isPublishing(procedure: Procedure, input: unknown): boolean {
  if (procedure.kind !== 'command') return false
  const { publishes = false } = procedure
  return typeof publishes === 'function' ? publishes(input as never) : publishes
}

/** The most database requests that one call of this procedure may cost. */
export function requestsMax(procedure: Procedure): number {
  return (
    procedure.budget?.requests ?? (procedure.kind === 'query' ? QUERY_REQUESTS_MAX : COMMAND_REQUESTS_MAX)
  )
}
