import { refuse } from '@domain/kernel/errors'
import { notice } from '@domain/notice/contract'
import { handle } from '@platform/context'
import { readingOf } from './reading'
import { news } from './store'

export const openNews = handle(notice.openNews, async ({ employee, now }, { newsId }) => {
  const [found, reading] = await Promise.all([
    news.require(newsId, 'NOTICE_NEWS_MISSING'),
    readingOf(employee),
  ])
  refuse(!reading.audienceKeys.includes(found.audienceKey), 'NOTICE_NEWS_MISSING')
  const { _id, title, body, voice, from, articleId, at } = found
  return {
    news: { newsId: _id, title, body, voice, from, ...(articleId ? { articleId } : {}), at },
    read: reading.isRead(found),
    now,
  }
})
