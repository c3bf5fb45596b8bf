import type { Day, Instant } from '@domain/kernel/time'
import type { TileView } from '@domain/stats/contract'
import type { Setting } from '@domain/stats/dashboard'
import type { DayPeople } from '@domain/stats/days'
import type { Batch } from '@domain/stats/events'
import type { DayDepartments, DayFigures, MonthFigures, Ranked } from '@domain/stats/figures'
import type { HourFigures } from '@domain/stats/rollUp'
import { collection, type Document } from '@platform/collection'
import type { HandedFileDocument } from '@platform/handedFiles'

/** What happened on a visit, as one client told it in one write; the id is of person and batch. */
export interface BatchDocument extends Batch, Document {
  /** The days that it tells of. */
  days: Day[]
  /** Whether the timer has taken note of its days. */
  rolled: boolean
  /** Which posts were read, until the timer has counted their readers; absent: none. */
  posts?: string[]
  postsDue?: boolean
  receivedAt: Instant
}

/** Who has read a post, each once, by pseudonym. The id is the post's. */
export interface ReadersDocument extends Document {
  readers: string[]
}

/** How far the timer has come; every change raises the version, so that two runs never undo each other's. */
export interface ProgressDocument extends Document {
  version: number
  /** The first day of all, and the first whose figures may be out of date. */
  first: Day
  next: Day
  /** The day on which the last month was counted again. */
  recountedOn: Day
  /** The last day that has figures; null: none. */
  last: Day | null
  setting: Setting
}

export const PROGRESS_ID = 'rollUp'

/** Who came in a month, by pseudonym. The id is the month. */
export interface MonthPeopleDocument extends Document {
  visited: string[]
  registered: string[]
}

/** The report of one week, as it was sent; the id is `2019-W35`. */
export interface ReportDocument extends Document {
  from: Day
  to: Day
  tiles: TileView[]
  topics: Ranked[]
  fileId: string | null
  madeAt: Instant
}

/** Who wants the weekly report; the id is the employee number. */
export interface SubscriptionDocument extends Document {
  since: Instant
  /** The week whose report they were told of last; null: none yet. */
  toldOf: string | null
}

/** Whom a proposal has been sent to on the day it was last sent, by pseudonym; the id is of its minutes, `720-810`. */
export interface ProposalDocument extends Document {
  on: Day
  told: string[]
}

export const batches = collection<BatchDocument>('stats_batches')
export const readers = collection<ReadersDocument>('stats_readers')
export const hourly = collection<HourFigures>('stats_hourly')
export const daily = collection<DayFigures>('stats_daily')
export const departments = collection<DayDepartments>('stats_departments')
export const monthly = collection<MonthFigures>('stats_monthly')
export const monthPeople = collection<MonthPeopleDocument>('stats_month_people')
export const people = collection<DayPeople>('stats_people')
export const reports = collection<ReportDocument>('stats_reports')
export const files = collection<HandedFileDocument>('stats_files')
export const subscriptions = collection<SubscriptionDocument>('stats_subscriptions')
export const proposals = collection<ProposalDocument>('stats_proposals')
export const progress = collection<ProgressDocument>('stats_progress')
