import type { ParsedInputOf } from '@domain/kernel/contract'
import { Refusal } from '@domain/kernel/errors'
import { type Instant, MINUTE_MS } from '@domain/kernel/time'
import { notice } from '@domain/notice/contract'
import type { NoticeKind } from '@domain/notice/kinds'
import { _ } from '@platform/cloud'
import { handleWith } from '@platform/context'
import { latestNews, type Reading, readingAlong, readingFrom, unreadIn } from './reading'
import { news, noteOf, notices } from './store'

/** So many marks of single pieces of news are kept: more than are ever counted as unread. */
const MARKS_MAX = 200
/** Longer than an execution lives: what was sent before is there or never will be. */
const SETTLING_MS = MINUTE_MS

export const markRead = handleWith(notice.markRead, readingAlong, async (ctx, input, read) => {
  const before = readingFrom(ctx.employee, read)
  return { unread: await unreadIn(await mark(before, input, ctx.now)) }
})

/** What waits to be done is not done by being looked at: it counts until it is settled. */
const looked = { kind: _.neq('todo' as const) }

/** @returns the reading after it */
async function mark(
  before: Reading,
  { noticeIds, newsId, kind }: ParsedInputOf<typeof notice.markRead>,
  now: Instant,
): Promise<Reading> {
  const { employeeId } = before
  if (noticeIds !== undefined && noticeIds.length > 0)
    await notices.updateWhere({ employeeId, read: false, _id: _.in(noticeIds), ...looked }, { read: true })
  if (newsId !== undefined) return markNews(before, newsId)
  return noticeIds === undefined ? markUpTo(before, now, kind) : before
}

/**
 * Notes that somebody has read a piece of news that is for them. Reading it again writes nothing.
 * @throws Refusal NOTICE_NEWS_MISSING
 */
async function markNews(before: Reading, newsId: string): Promise<Reading> {
  const found = await news.get(newsId)
  if (!found || !before.audienceKeys.includes(found.audienceKey)) throw new Refusal('NOTICE_NEWS_MISSING')
  if (!before.isRead(found))
    await noteOf(before.employeeId, { newsRead: _.push({ each: [newsId], slice: -MARKS_MAX }) })
  return { ...before, isRead: one => one._id === newsId || before.isRead(one) }
}

/**
 * What arrives while somebody reads stays unread: they have not seen it. So of the news of the last moments, when more of
 * it may still be on its way, only what is there by now is marked, each by its id.
 */
async function markUpTo(before: Reading, now: Instant, kind: NoticeKind | undefined): Promise<Reading> {
  const { employeeId } = before
  if (kind !== 'official' && kind !== 'todo') {
    const which = kind === undefined ? looked : { kind }
    await notices.updateWhere({ employeeId, read: false, ...which, at: _.lte(now) }, { read: true })
  }
  if (kind !== undefined && kind !== 'official') return before
  const settledTo = now - SETTLING_MS
  const there = (await latestNews(before)).filter(({ at }) => at > settledTo).map(({ _id }) => _id)
  await noteOf(employeeId, { newsReadTo: _.max(settledTo), newsRead: there })
  return { ...before, isRead: one => there.includes(one._id) || one.at <= settledTo || before.isRead(one) }
}
