import { Refusal } from '@domain/kernel/errors'
import type { Instant } from '@domain/kernel/time'
import { notice } from '@domain/notice/contract'
import type { NoticeKind } from '@domain/notice/kinds'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { unreadOf } from './public'
import { type Reader, readingOf, unreadIn } from './reading'
import { news, noteOf, notices } from './store'

/** So many marks of single pieces of news are kept: more than are ever counted as unread. */
const MARKS_MAX = 200

export const markRead = handle(notice.markRead, async ({ employee, now }, { noticeIds, newsId, kind }) => {
  if (noticeIds !== undefined && noticeIds.length > 0)
    await notices.updateWhere({ employeeId: employee.id, read: false, _id: _.in(noticeIds) }, { read: true })
  if (newsId !== undefined) return { unread: await markNews(employee, newsId) }
  if (noticeIds === undefined) await markUpTo(employee.id, now, kind)
  return { unread: await unreadOf(employee) }
})

/**
 * Notes that somebody has read a piece of news that is for them. Reading it again writes nothing.
 * @returns how much is unread then
 * @throws Refusal NOTICE_NEWS_MISSING
 */
async function markNews(reader: Reader, newsId: string): Promise<number> {
  const [found, reading] = await Promise.all([news.get(newsId), readingOf(reader)])
  if (!found || !reading.audienceKeys.includes(found.audienceKey)) throw new Refusal('NOTICE_NEWS_MISSING')
  if (!reading.isRead(found))
    await noteOf(reader.id, { newsRead: _.push({ each: [newsId], slice: -MARKS_MAX }) })
  return unreadIn({ ...reading, isRead: one => one._id === newsId || reading.isRead(one) })
}

/** What arrives while somebody reads stays unread: they have not seen it. */
async function markUpTo(employeeId: string, now: Instant, kind: NoticeKind | undefined): Promise<void> {
  if (kind !== 'official') {
    const which = kind === undefined ? {} : { kind }
    await notices.updateWhere({ employeeId, read: false, ...which, at: _.lte(now) }, { read: true })
  }
  if (kind === undefined || kind === 'official')
    await noteOf(employeeId, { newsReadTo: _.max(now), newsRead: [] })
}
