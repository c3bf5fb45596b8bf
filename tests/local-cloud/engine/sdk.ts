/** What is used of the SDK. Its own types lag behind it: they give every call a callback form it no longer has. */
interface Stats {
  updated: number
  removed: number
}
interface Reference {
  get(): Promise<{ data: Record<string, unknown> }>
  set(options: { data: object }): Promise<{ stats: Stats }>
  update(options: { data: object }): Promise<{ stats: Stats }>
  remove(): Promise<{ stats: Stats }>
}
interface Query {
  where(query: object): Query
  orderBy(path: string, direction: string): Query
  limit(limit: number): Query
  field(projection: object): Query
  get(): Promise<{ data: Record<string, unknown>[] }>
  count(): Promise<{ total: number }>
  update(options: { data: object }): Promise<{ stats: Stats }>
}
interface Pipeline extends Record<'match' | 'group' | 'sort', (value: object) => Pipeline> {
  limit(limit: number): Pipeline
  count(name: string): Pipeline
  end(): Promise<{ list: Record<string, unknown>[] }>
}
interface Collection extends Query {
  add(options: { data: object }): Promise<{ _id: string }>
  doc(id: string): Reference
  aggregate(): Pipeline
}
interface Transaction {
  collection(name: string): Collection
  commit(): Promise<unknown>
  rollback(reason?: unknown): Promise<unknown>
}
type CommandName =
  | 'addToSet'
  | 'and'
  | 'gt'
  | 'gte'
  | 'in'
  | 'inc'
  | 'lt'
  | 'max'
  | 'mul'
  | 'or'
  | 'pop'
  | 'pull'
  | 'push'
  | 'remove'
  | 'rename'
  | 'set'
  | 'sum'
  | 'unshift'
type Command = Record<CommandName, (...operands: unknown[]) => { and(...operands: unknown[]): object }>
export interface Database {
  collection(name: string): Collection
  command: Command & { aggregate: Command }
  serverDate(options?: { offset: number }): object
  RegExp(options: { regexp: string; options: string }): object
  runTransaction(work: (transaction: Transaction) => Promise<void>): Promise<void>
  startTransaction(): Promise<Transaction>
}
export interface Sdk {
  init(options: { env: string }): void
  database(): Database
}
