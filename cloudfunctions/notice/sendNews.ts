import { notice } from '@domain/notice/contract'
import { audienceKey } from '@domain/notice/news'
import { handle } from '@platform/context'
import { addressOf } from './audience'
import { news } from './store'

export const sendNews = handle(notice.sendNews, async (ctx, { title, body, audience }) => {
  const { to, from, voice, reach } = await addressOf(ctx.employee, audience)
  await ctx.wechat.assertTextIsSafe(title, body)
  const newsId = ctx.newId('news')
  const key = audienceKey(audience)
  return ctx.transaction(
    async tx => {
      await news.in(tx).insert({
        _id: newsId,
        title,
        body,
        voice,
        from,
        audience,
        to,
        audienceKey: key,
        sentKey: key,
        state: 'sent',
        reach,
        sentBy: { employeeId: ctx.employee.id, name: ctx.employee.name },
        at: ctx.now,
      })
      return { newsId, reach }
    },
    () => ({ subject: `${news.name}/${newsId}`, before: null, after: { title, to, reach } }),
  )
})
