import { limits } from '@domain/kernel/limits'
import { pageOf } from '@domain/kernel/paging'
import { notice } from '@domain/notice/contract'
import type { NoticeKind } from '@domain/notice/kinds'
import { _ } from '@platform/cloud'
import { handleWith } from '@platform/context'
import {
  latestNews,
  type Reading,
  readingAlong,
  readingFrom,
  unreadCounts,
  unreadNoticesAlong,
  withNews,
} from './reading'
import { type NewsDocument, type NoticeDocument, notices } from './store'

/** The first page alone tells what is unread; whoever scrolls on reads none of it. */
const along = ({ after }: { after?: string | undefined }) => ({
  ...readingAlong(),
  ...(after === undefined ? { unread: unreadNoticesAlong() } : {}),
})

export const listNotices = handleWith(notice.listNotices, along, async (ctx, { kind, after }, read) => {
  const { employee, now } = ctx
  const reading = readingFrom(employee, read)
  const isFirst = after === undefined
  // The first page counts what is unread, so that it looks at the news whatever kind it shows.
  const wantsNews = isFirst || kind === undefined || kind === 'official'
  const [own, official, counts] = await Promise.all([
    kind === 'official' ? [] : ownNotices(reading, kind, after),
    wantsNews ? latestNews(reading, after) : [],
    isFirst ? unreadCounts(reading, read.unread ?? []) : null,
  ])
  const shown = kind === undefined || kind === 'official' ? official.map(one => newsLine(one, reading)) : []
  const merged = [...own.map(noticeLine), ...shown].sort((a, b) => (a.noticeId < b.noticeId ? 1 : -1))
  const { rows, next } = pageOf(merged.slice(0, limits.pageSize + 1), limits.pageSize, one => one.noticeId)
  return { notices: rows, next, unread: counts && withNews(counts, official, reading), now }
})

/** One page and one more; of one kind, or of all that were not switched off. One request. */
function ownNotices(
  { employeeId, shown, all }: Reading,
  kind: Exclude<NoticeKind, 'official'> | undefined,
  after: string | undefined,
): Promise<NoticeDocument[]> {
  const kinds = kind === undefined ? shown : shown.filter(one => one === kind)
  return notices.find({
    where: {
      employeeId,
      ...(kind === undefined && all ? {} : { kind: _.in(kinds) }),
      ...(after === undefined ? {} : { _id: _.lt(after) }),
    },
    orderBy: [['_id', 'desc']],
    limit: limits.pageSize + 1,
  })
}

function noticeLine({ _id, kind, title, body, read, at, target, from, fromId = '', offer }: NoticeDocument) {
  const line = { noticeId: _id, kind: kind as NoticeKind, title, body, read, at, target }
  const sender = from === undefined ? null : { employeeId: fromId, name: from, face: null }
  return { ...line, from: sender, offer: offer ?? null }
}

/** How much of a piece of news its line tells; the rest is a tap away. */
const NEWS_LINE_CHARACTERS = 60

function newsLine(one: NewsDocument, reading: Reading) {
  const { _id, title, body, at } = one
  const words = [...body.replace(/\s+/g, ' ')]
  const shown = words.slice(0, NEWS_LINE_CHARACTERS).join('')
  return {
    noticeId: _id,
    kind: 'official' as NoticeKind,
    title,
    body: `${one.from}：${shown}${words.length > NEWS_LINE_CHARACTERS ? '…' : ''}`,
    read: reading.isRead(one),
    at,
    from: null,
    offer: null,
    target: { kind: 'news' as const, id: _id },
  }
}
