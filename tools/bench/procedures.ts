import type * as z from 'zod'
import type { Contracts } from '../../domain/contracts'

/** `forum.openFeed` and all others: a renamed procedure breaks the bench at compile time. */
export type ProcedureName = {
  [Room in keyof Contracts & string]: `${Room}.${keyof Contracts[Room] & string}`
}[keyof Contracts & string]

type ProcedureOf<N extends ProcedureName> = N extends `${infer Room extends keyof Contracts}.${infer Verb}`
  ? Contracts[Room][Verb & keyof Contracts[Room]]
  : never

export type Input<N extends ProcedureName> =
  ProcedureOf<N> extends { input: infer I extends z.ZodType } ? z.input<I> : never

export type Output<N extends ProcedureName> =
  ProcedureOf<N> extends { output: infer O extends z.ZodType } ? z.output<O> : never
