import { can } from '@domain/access/roles'
import { Refusal, refuse } from '@domain/kernel/errors'
import { notice } from '@domain/notice/contract'
import { handle } from '@platform/context'
import { type NewsDocument, news } from './store'

export const withdrawNews = handle(notice.withdrawNews, (ctx, { newsId, reason }) => {
  // Written in the transaction, read after it; a transaction that runs again writes it again.
  let before: Pick<NewsDocument, 'state' | 'title'> | null = null
  return ctx.transaction(
    async tx => {
      const found = await news.in(tx).require(newsId, 'NOTICE_NEWS_MISSING')
      const { kind, value } = found.audience
      // A president takes back what went to the members; whoever speaks to everybody, all.
      const scope = kind === 'association' ? value : ''
      refuse(!can(ctx.employee.grants, 'notice.news.send', scope), 'NOTICE_NEWS_MISSING')
      if (found.state === 'withdrawn') throw new Refusal('NOTICE_NEWS_MISSING')
      before = { state: found.state, title: found.title }
      await news.in(tx).update(newsId, { state: 'withdrawn', audienceKey: '' })
      return { withdrawn: true as const }
    },
    () => ({ subject: `${news.name}/${newsId}`, before, after: { state: 'withdrawn', reason } }),
  )
})
