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
 */
export async function announceNews(tx: Transaction, told: Announcement): Promise<void> {
  const { key, title, body, audience, by, articleId, at } = told
  const found = audienceKey(audience)
  await news.in(tx).put({
    _id: idFor({ id: key, receivedAt: at }, 'news'),
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
}
