import type { InvocationRecord } from '../state/invocations'

export type Suggestion = 'pass' | 'review' | 'risky'

/** One call of an openapi: its arguments with keys in snake case, and the invocation that made it. */
export interface OpenapiContext {
  data: Record<string, unknown>
  invocation: InvocationRecord
  /** Overrules what the stand-in would find by itself. */
  suggestion?: Suggestion
}

export type StandInReply = { json: Record<string, unknown> } | { content: Buffer; contentType: string }

/** What answers in place of one of WeChat's services. */
export interface StandIn {
  answer(context: OpenapiContext): StandInReply | Promise<StandInReply>
  /** How WeChat itself refuses this call most often; given out under the fault `reject`. */
  rejection: { errcode: number; errmsg: string }
}

export function failure(errcode: number, errmsg: string): StandInReply {
  return { json: { errcode, errmsg } }
}

/** WeChat's "invalid arguments". */
export function invalidArguments(what: string): StandInReply {
  return failure(40097, `invalid args: ${what}`)
}
