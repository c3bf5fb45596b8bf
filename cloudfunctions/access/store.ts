import type { AuditRecord } from '@domain/access/chain'
import type { Instant } from '@domain/kernel/time'
import { collection, type Document } from '@platform/collection'

/**
 * `admins`: where changes take turns that would each be harmless alone. `chain`: the number and the hash of the last
 * record that was sealed.
 */
export interface TurnDocument extends Document {
  version: number
  hash?: string
}

/** One sealed record; the id is its number, so that no number is written twice. */
export interface AuditDocument extends Document, AuditRecord {
  /** Of the receipt that it was sealed from: unique, so that nothing is sealed twice. */
  sourceId: string
  /** The numbers of whoever acted and of whom it concerns: read out of what is hashed, to be searched. */
  people: string[]
}

/** A file that is being made in the background, or lies ready. */
export interface ExportDocument extends Document {
  ownerId: string
  source: string
  /** What was asked for, as the source takes it. */
  filter: Record<string, string>
  /** Over what whoever asked may see it; null: the whole company. */
  scopes: string[] | null
  state: 'running' | 'ready' | 'failed'
  /** Where the next slice begins; null: at the beginning. */
  after: string | null
  rows: number
  /** Whether there were more than one file holds. */
  cut: boolean
  /** How often the slice that is due was begun. */
  tries: number
  /** How many there will be; null where nobody has counted. */
  total: number | null
  parts: number
  fileId: string | null
  /** Until when whoever writes a slice keeps others from it; in the past while nobody does. */
  leaseUntil: Instant
  askedAt: Instant
  expiresAt: Instant
}

/** The rows of one slice, as JSON. */
export interface ExportPartDocument extends Document {
  exportId: string
  number: number
  rows: string
  expiresAt: Instant
}

export const turns = collection<TurnDocument>('access_turns')
export const audits = collection<AuditDocument>('access_audit')
export const exports = collection<ExportDocument>('access_exports')
export const exportParts = collection<ExportPartDocument>('access_export_parts')
