import sdk from 'wx-server-sdk'

/**
 * The part of WeChat's SDK that the house uses, as it behaves: its own typings still describe callbacks that the
 * server side does not have, and leave transactions untyped.
 */
interface Sdk {
  DYNAMIC_CURRENT_ENV: symbol
  init(config: { env: symbol }): void
  getWXContext(): { OPENID?: string; SOURCE?: string }
  database(config: { throwOnNotFound: boolean }): SdkDatabase
  getTempFileURL(of: {
    fileList: (string | { fileID: string; maxAge: number })[]
  }): Promise<{ fileList: { tempFileURL: string }[] }>
  deleteFile(of: { fileList: string[] }): Promise<unknown>
  uploadFile(file: { cloudPath: string; fileContent: Buffer }): Promise<{ fileID: string }>
  downloadFile(of: { fileID: string }): Promise<{ fileContent: Buffer }>
  openapi: {
    security: {
      msgSecCheck: OpenApi<{ result: { suggest: string } }>
      mediaCheckAsync: OpenApi<{ traceId: string }>
    }
    phonenumber: { getPhoneNumber: OpenApi<{ phoneInfo: { purePhoneNumber: string; countryCode: string } }> }
    subscribeMessage: { send: OpenApi<unknown> }
  }
}

type OpenApi<Answer> = (data: Record<string, unknown>) => Promise<Answer>

interface SdkDatabase {
  collection(name: string): SdkCollection
  startTransaction(): Promise<SdkTransaction>
  command: SdkCommands
}

export interface SdkQuery {
  where(where: object): SdkQuery
  orderBy(field: string, direction: 'asc' | 'desc'): SdkQuery
  limit(rows: number): SdkQuery
  field(fields: Record<string, true>): SdkQuery
  get(): Promise<{ data: object[] }>
  count(): Promise<{ total: number }>
  update(patch: { data: object }): Promise<{ stats: { updated: number } }>
  remove(): Promise<{ stats: { removed: number } }>
}

/** Stages one after the other; `done` gives them as they are, for the pipeline of a lookup. */
export interface SdkPipeline {
  match(where: object): SdkPipeline
  sort(order: Record<string, 1 | -1>): SdkPipeline
  limit(rows: number): SdkPipeline
  project(fields: Record<string, unknown>): SdkPipeline
  lookup(lookup: { from: string; let: object; pipeline: readonly object[]; as: string }): SdkPipeline
  end(): Promise<{ list: object[] }>
  done(): object[]
}

export interface SdkCollection extends SdkQuery {
  aggregate(): SdkPipeline
  doc(id: string): {
    get(): Promise<{ data: object | null }>
    set(document: { data: object }): Promise<unknown>
    update(patch: { data: object }): Promise<unknown>
    remove(): Promise<unknown>
  }
  add(documents: { data: object | readonly object[] }): Promise<unknown>
}

export interface SdkTransaction {
  collection(name: string): Pick<SdkCollection, 'doc' | 'add'>
  commit(): Promise<unknown>
  rollback(reason: string): Promise<unknown>
}

declare const commandBrand: unique symbol
/** A query or update command in place of a value. */
export interface SdkCommand {
  readonly [commandBrand]: true
  and(other: SdkCommand): SdkCommand
}

interface SdkCommands {
  eq(value: unknown): SdkCommand
  neq(value: unknown): SdkCommand
  gt(value: unknown): SdkCommand
  gte(value: unknown): SdkCommand
  lt(value: unknown): SdkCommand
  lte(value: unknown): SdkCommand
  in(values: readonly unknown[]): SdkCommand
  all(values: readonly unknown[]): SdkCommand
  exists(exists: boolean): SdkCommand
  or(conditions: readonly (object | SdkCommand)[]): SdkCommand
  set(value: unknown): SdkCommand
  inc(by: number): SdkCommand
  min(value: number): SdkCommand
  max(value: number): SdkCommand
  push(value: unknown): SdkCommand
  addToSet(value: unknown): SdkCommand
  pull(what: unknown): SdkCommand
  remove(): SdkCommand
  aggregate: { pipeline(): SdkPipeline }
}

const cloud = sdk as unknown as Sdk
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })

/** The only door to WeChat's SDK: everything else in the house goes through this folder. */
export { cloud }
export const db = cloud.database({ throwOnNotFound: false })
/** Query and update commands of the cloud database: `_.gte(3)`, `_.inc(1)`. */
export const _ = db.command
