import { refuse } from '@domain/kernel/errors'
import { notice } from '@domain/notice/contract'
import { handleWith } from '@platform/context'
import { readingAlong, readingFrom } from './reading'
import { news } from './store'

export const openNews = handleWith(notice.openNews, readingAlong, async (ctx, { newsId }, read) => {
  const { employee, now } = ctx
  const found = await news.require(newsId, 'NOTICE_NEWS_MISSING')
  const reading = readingFrom(employee, read)
  refuse(!reading.audienceKeys.includes(found.audienceKey), 'NOTICE_NEWS_MISSING')
  const { _id, title, body, voice, from, articleId, at } = found
  return {
    news: { newsId: _id, title, body, voice, from, ...(articleId ? { articleId } : {}), at },
    read: reading.isRead(found),
    now,
  }
})
