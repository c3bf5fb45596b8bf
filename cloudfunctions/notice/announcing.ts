import type { Instant } from '@domain/kernel/time'
import { type Audience, audienceKey, voices } from '@domain/notice/news'
import { idFor } from '@platform/receipts'
import type { Transaction } from '@platform/transaction'
import { news } from './store'

interface Announcement {
  /** What it is told of, so that it is told once. */
  key: string
  title: string
  body: string
  audience: Audience
  by: { employeeId: string; name: string }
  /** The article that it leads to. */
  articleId: string
  at: Instant
}

/**
 * Tells many at once of an article in the company's name, inside the caller's transaction. It is found by whoever it is
 * for, so that nobody has to be counted. One request.
 * @returns by what `takeBackNews` finds it
 */
export async function announceNews(tx: Transaction, told: Announcement): Promise<string> {
  const { key, title, body, audience, by, articleId, at } = told
  const found = audienceKey(audience)
  const newsId = idFor({ id: key, receivedAt: at }, 'news')
  await news.in(tx).put({
    _id: newsId,
    title,
    body,
    voice: 'company',
    from: voices.company,
    audience,
    to: audience.kind === 'all' ? '所有同事' : `${audience.value}的同事`,
    audienceKey: found,
    sentKey: found,
    state: 'sent',
    reach: 0,
    sentBy: by,
    articleId,
    at,
  })
  return newsId
}

/** What was told is in nobody's inbox any more, and no message of it leaves; inside the caller's transaction. One request. */
export async function takeBackNews(tx: Transaction, newsId: string): Promise<void> {
  await news.in(tx).update(newsId, { state: 'withdrawn', audienceKey: '' })
}
