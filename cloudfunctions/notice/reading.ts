import { kindsShown, type NoticeKind, type PersonalKind } from '@domain/notice/kinds'
import { audienceKeysOf, isNewsRead } from '@domain/notice/news'
import type { Found } from '@platform/along'
import { _ } from '@platform/cloud'
import type { Employee } from '@platform/context'
import { joinedAlong } from '../union/public'
import {
  type NewsDocument,
  type NoticeDocument,
  news,
  notices,
  type PermissionDocument,
  permissions,
} from './store'

export type Reader = Pick<Employee, 'id' | 'site' | 'department' | 'registeredAt'>

/** What belongs into somebody's inbox, and what they have read of it. */
export interface Reading {
  employeeId: string
  shown: PersonalKind[]
  /** Nothing was switched off. */
  all: boolean
  audienceKeys: string[]
  isRead(one: NewsDocument): boolean
  settings: PermissionDocument | null
}

const settingsAlong = () => permissions.along({ where: {}, ofCaller: '_id', limit: 1 })

/** What a caller's reading is made of, for a procedure that reads it along. */
export function readingAlong() {
  return { settings: settingsAlong(), joined: joinedAlong() }
}

/** A caller's reading, from what was read along. */
export function readingFrom(
  { id, site, department, registeredAt }: Reader,
  { settings: found = [], joined = [] }: Partial<Found<ReturnType<typeof readingAlong>>>,
): Reading {
  const settings = found[0] ?? null
  const associationIds = joined.map(({ associationId }) => associationId)
  const off = settings?.off ?? []
  return {
    employeeId: id,
    shown: kindsShown(off),
    all: off.length === 0,
    audienceKeys: audienceKeysOf({ site, department, associationIds }),
    isRead: one => isNewsRead(one, { registeredAt, ...settings }),
    settings,
  }
}

/** As many unread notices as are counted. */
const UNREAD_MAX = 500
/** So much of the latest news is looked at for what is unread. */
const NEWS_MAX = 50

export type UnreadCounts = Partial<Record<NoticeKind, number>>

/** The latest news for somebody, the newest first. One request. */
export function latestNews({ audienceKeys }: Reading, after?: string): Promise<NewsDocument[]> {
  return news.find({
    where: {
      audienceKey: _.in(audienceKeys),
      ...(after === undefined ? {} : { _id: _.lt(after) }),
    },
    orderBy: [['_id', 'desc']],
    limit: NEWS_MAX,
  })
}

/** How many notices are unread of each kind. One request. */
async function unreadNotices({ employeeId, shown }: Reading): Promise<UnreadCounts> {
  const unread = await notices.find({
    where: { employeeId, read: false, kind: _.in(shown) },
    limit: UNREAD_MAX,
    fields: ['kind'],
  })
  return countsOf(unread)
}

/** The caller's unread notices, of every kind, for a screen that reads them along. */
export function unreadNoticesAlong() {
  return notices.along({
    where: { read: false },
    ofCaller: 'employeeId',
    limit: UNREAD_MAX,
    fields: ['kind'],
  })
}

/**
 * How many of what `unreadNoticesAlong` has read are unread of each kind that was not switched off. No request, but one
 * for whoever has so many that those switched off may have left no room for others.
 */
export async function unreadCounts(
  reading: Reading,
  unread: readonly Pick<NoticeDocument, 'kind'>[],
): Promise<UnreadCounts> {
  if (!reading.all && unread.length === UNREAD_MAX) return unreadNotices(reading)
  return countsOf(unread.filter(({ kind }) => reading.shown.includes(kind)))
}

function countsOf(unread: readonly Pick<NoticeDocument, 'kind'>[]): UnreadCounts {
  const counts: UnreadCounts = {}
  for (const { kind } of unread) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}

/** What tells how much the caller has not read, for a screen that reads it along. */
export function unreadAlong() {
  return {
    settings: settingsAlong(),
    unread: unreadNoticesAlong(),
    toAll: news.along({ where: { audienceKey: 'all' }, ...latest }),
    toSite: newsOfAlong({ $concat: ['city:', '$site'] }),
    toDepartment: newsOfAlong({ $concat: ['department:', '$department'] }),
    joined: joinedAlong({ news: newsOfAlong({ $concat: ['association:', '$associationId'] }) }),
  }
}

const latest = {
  orderBy: [['_id', 'desc']],
  limit: NEWS_MAX,
  fields: ['audienceKey', 'at'],
} as const

/** The latest news for one audience: the key is made of the document that this is joined to, see `audienceKey`. */
function newsOfAlong(value: object) {
  return news.along({ where: {}, matching: { field: 'audienceKey', value }, ...latest })
}

/**
 * How many notices and pieces of news somebody has not read, from what was read along: as many as the inbox counts, and
 * as many requests as `unreadCounts`.
 */
export async function unreadFrom(
  reader: Reader,
  found: Partial<Found<ReturnType<typeof unreadAlong>>>,
): Promise<number> {
  const reading = readingFrom(reader, found)
  const { unread = [], joined = [], toAll = [], toSite = [], toDepartment = [] } = found
  const counts = await unreadCounts(reading, unread)
  const ofAssociations = joined.flatMap(membership => (membership as { news?: NewsDocument[] }).news ?? [])
  const forReader = [...toAll, ...toSite, ...toDepartment, ...ofAssociations]
    .sort((a, b) => (a._id < b._id ? 1 : -1))
    .slice(0, NEWS_MAX)
  return totalOf(withNews(counts, forReader, reading))
}

/** With the unread among this news. */
export function withNews(
  counts: UnreadCounts,
  found: readonly NewsDocument[],
  reading: Reading,
): UnreadCounts {
  const official = found.filter(one => !reading.isRead(one)).length
  return official === 0 ? counts : { ...counts, official }
}

/** All of it together. Two requests. */
export async function unreadIn(reading: Reading): Promise<number> {
  const [counts, found] = await Promise.all([unreadNotices(reading), latestNews(reading)])
  return totalOf(withNews(counts, found, reading))
}

function totalOf(counts: UnreadCounts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}
