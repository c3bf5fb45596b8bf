/** What a table holds under a key that somebody wrote: "constructor" is on every object, but in no table of ours. */
export function ownOf<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined
}
