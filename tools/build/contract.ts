import { contracts } from '@domain/contracts'
import { type Access, type Procedure, requestsMax } from '@domain/kernel/contract'
import { commonErrors, errorCatalogue } from '@domain/kernel/errors'
import * as z from 'zod'

export interface ProcedureDescription {
  kind: Procedure['kind']
  idempotency?: 'result' | 'reception' | 'natural'
  publishes?: boolean
  access: Access
  requestsMax: number
  input: unknown
  output: unknown
  errors: readonly string[]
}

export interface ContractDescription {
  procedures: Record<string, ProcedureDescription>
  commonErrors: readonly string[]
  errors: typeof errorCatalogue
}

/** Every procedure of the community by its full name, its input and output as JSON Schema. */
export function describeContracts(): ContractDescription {
  const procedures: Record<string, ProcedureDescription> = {}
  for (const [room, contract] of Object.entries(contracts)) {
    for (const [name, procedure] of Object.entries(contract)) {
      procedures[`${room}.${name}`] = describe(procedure as Procedure)
    }
  }
  return { procedures, commonErrors, errors: errorCatalogue }
}

function describe(procedure: Procedure): ProcedureDescription {
  return {
    kind: procedure.kind,
    ...(procedure.kind === 'command'
      ? { idempotency: procedure.idempotency, publishes: Boolean(procedure.publishes) }
      : {}),
    access: procedure.access,
    requestsMax: requestsMax(procedure),
    input: z.toJSONSchema(procedure.input, { unrepresentable: 'any', io: 'input' }),
    output: z.toJSONSchema(procedure.output, { unrepresentable: 'any', io: 'output' }),
    errors: procedure.errors,
  }
}
