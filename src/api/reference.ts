import type { Contracts, Room } from '@domain/contracts'
import type { InputOf, OutputOf, Procedure } from '@domain/kernel/contract'

/** A procedure by its name. The types ride along; nothing of the contract's schemas reaches the phone. */
export interface Reference<P extends Procedure = Procedure> {
  readonly room: Room
  readonly procedure: string
  /** Carries the type alone and is never set. */
  readonly of?: P
}

export type Input<R extends Reference> = InputOf<NonNullable<R['of']>>
export type Output<R extends Reference> = OutputOf<NonNullable<R['of']>>

/** The references that only read, and those that change something. */
export type QueryReference = Reference<Procedure & { kind: 'query' }>
export type CommandReference = Reference<Procedure & { kind: 'command' }>

type Api = {
  readonly [R in Room]: {
    readonly [Name in keyof Contracts[R]]: Contracts[R][Name] extends Procedure
      ? Reference<Contracts[R][Name]>
      : never
  }
}

/** An object that makes each property at its first reading and keeps it, so that a reference is one object. */
function lazily<T>(make: (name: string) => T): Record<string, T> {
  return new Proxy<Record<string, T>>(
    {},
    {
      get(made, name) {
        if (typeof name !== 'string') return undefined
        made[name] ??= make(name)
        return made[name]
      },
    },
  )
}

/** Every procedure of the community: `api.forum.createPost`. */
export const api = lazily(room => lazily(procedure => ({ room: room as Room, procedure }))) as unknown as Api

/** Where an answer lies in the cache. Without an input: every answer of the procedure. */
export function keyOf(reference: Reference, input?: unknown): readonly unknown[] {
  const name = [reference.room, reference.procedure]
  return input === undefined ? name : [...name, input]
}
