import type { ContractDescription, ProcedureDescription } from '../build/contract'

interface Schema {
  type?: string | string[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  additionalProperties?: Schema | boolean
}

/** The contracts as a page for people: what each procedure takes, gives and refuses, and what it may cost. */
export function renderApi({ procedures, commonErrors, errors }: ContractDescription): string {
  const rooms = [...new Set(Object.keys(procedures).map(name => name.split('.')[0] as string))]
  const sections = rooms.map(room => {
    const own = Object.entries(procedures).filter(([name]) => name.startsWith(`${room}.`))
    return [`## ${room}`, ...own.map(([name, procedure]) => renderProcedure(name, procedure))].join('\n\n')
  })
  const catalogue = Object.entries(errors).map(([code, { kind, zh }]) => `| \`${code}\` | ${kind} | ${zh} |`)
  return [
    '# Procedures',
    'Made from the contracts by `npm run docs`; a test fails when it is stale. A call names `<room>.<procedure>`; the reply is `{ ok: true, data }` or `{ ok: false, error: { code, kind, message, requestId, fields?, againAt? } }`; `againAt` says when it may be tried again. Commands carry a `requestId` of 8 to 64 letters, digits, `-` or `_`.',
    `Any procedure may answer with ${commonErrors.map(code => `\`${code}\``).join(', ')}; of the last two only what publishes.`,
    ...sections,
    '## Errors',
    ['| code | kind | what the person reads |', '|---|---|---|', ...catalogue].join('\n'),
    '',
  ].join('\n\n')
}

function renderProcedure(name: string, procedure: ProcedureDescription): string {
  const { kind, access, idempotency, publishes, requestsMax, input, output, errors } = procedure
  const traits = [
    kind,
    `access \`${access}\``,
    ...(idempotency === 'natural' ? ['repeatable by its meaning'] : []),
    ...(publishes ? ['publishes'] : []),
  ]
  return [
    `### ${name}`,
    `${traits.join(' · ')} · at most ${requestsMax} database requests`,
    `Takes ${renderSchema(input as Schema)}`,
    `Gives ${renderSchema(output as Schema)}`,
    ...(errors.length > 0 ? [`Refuses with ${errors.map(code => `\`${code}\``).join(', ')}`] : []),
  ].join('\n\n')
}

function renderSchema(schema: Schema): string {
  return `\`${typeOf(schema)}\``
}

/** A schema in the notation of TypeScript, which says the same in a line. */
function typeOf(schema: Schema): string {
  const alternatives = schema.anyOf ?? schema.oneOf
  if (alternatives) return alternatives.map(typeOf).join(' | ')
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map(value => JSON.stringify(value)).join(' | ')
  if (schema.type === 'array') return arrayOf(typeOf(schema.items ?? {}))
  if (schema.properties) return objectOf(schema.properties, schema.required ?? [])
  if (schema.type === 'object') return `Record<string, ${typeOf(entryOf(schema))}>`
  return [schema.type ?? 'unknown'].flat().join(' | ')
}

function arrayOf(item: string): string {
  return item.includes(' | ') ? `(${item})[]` : `${item}[]`
}

function entryOf({ additionalProperties }: Schema): Schema {
  return typeof additionalProperties === 'object' ? additionalProperties : {}
}

function objectOf(properties: Record<string, Schema>, required: string[]): string {
  const fields = Object.entries(properties).map(
    ([field, schema]) => `${field}${required.includes(field) ? '' : '?'}: ${typeOf(schema)}`,
  )
  return fields.length === 0 ? '{}' : `{ ${fields.join('; ')} }`
}
