/** What crosses from the artefact's realm into that of miniprogram-simulate, and how it is made fit for it. */
export type AnyFunction = (this: unknown, ...args: unknown[]) => unknown

export function onlyFunctions(record: Record<string, unknown>): Record<string, AnyFunction> {
  return Object.fromEntries(
    Object.entries(record).filter(([, value]) => typeof value === 'function'),
  ) as Record<string, AnyFunction>
}

export function mapFunctions(record: object, map: (run: AnyFunction) => AnyFunction): object {
  return Object.fromEntries(Object.entries(record).map(([name, run]) => [name, map(run as AnyFunction)]))
}

/** An event without its methods and circles. */
export function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  const { type, timeStamp, detail, target, currentTarget, mark } = value as Record<string, unknown>
  return type === undefined ? clone(value) : clone({ type, timeStamp, detail, target, currentTarget, mark })
}

export function clone<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T
}

/** `String` of the artefact's realm is not the `String` that miniprogram-simulate knows. */
export function outerTypes(properties: Record<string, unknown>): Record<string, unknown> {
  const types: Record<string, unknown> = { String, Number, Boolean, Object, Array }
  const outer = (type: unknown) => (typeof type === 'function' ? types[type.name] : null)
  return Object.fromEntries(
    Object.entries(properties).map(([name, property]) => {
      if (typeof property === 'function' || property === null) return [name, outer(property)]
      const { type, value } = property as { type: unknown; value?: unknown }
      return [name, { type: outer(type), ...(value === undefined ? {} : { value: clone(value) }) }]
    }),
  )
}
