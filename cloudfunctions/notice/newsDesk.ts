import { scopesOf } from '@domain/access/roles'
import { limits } from '@domain/kernel/limits'
import { pageOf } from '@domain/kernel/paging'
import { notice } from '@domain/notice/contract'
import { audienceKey } from '@domain/notice/news'
import type { SentNewsView } from '@domain/notice/newsContract'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { associationsIn } from '../union/public'
import { addressOf } from './audience'
import { type NewsDocument, news } from './store'

export const openNewsDesk = handle(notice.openNewsDesk, async ({ employee, now }, { after }) => {
  const scopes = scopesOf(employee.grants, 'notice.news.send')
  const own = scopes?.map(value => audienceKey({ kind: 'association', value })) ?? null
  const [associations, found] = await Promise.all([
    associationsIn(scopes),
    news.find({
      where: {
        ...(own === null ? { state: _.in(['sent', 'withdrawn']) } : { sentKey: _.in(own) }),
        ...(after === undefined ? {} : { _id: _.lt(after) }),
      },
      orderBy: [['_id', 'desc']],
      limit: limits.pageSize + 1,
    }),
  ])
  const { rows, next } = pageOf(found, limits.pageSize, ({ _id }) => _id)
  return {
    everywhere: scopes === null,
    associations: associations.map(({ associationId, name }) => ({ associationId, name })),
    sites: [...new Set([employee.site, ...associations.map(({ site }) => site)])],
    sent: rows.map(sentView),
    next,
    now,
  }
})

export const previewNews = handle(notice.previewNews, async ({ employee }, { audience }) => {
  const { to, from, reach } = await addressOf(employee, audience)
  return { to, from, reach }
})

function sentView(one: NewsDocument): SentNewsView {
  const { _id, title, body, voice, from, at, to, reach, sentBy, state } = one
  return {
    newsId: _id,
    title,
    body,
    voice,
    from,
    at,
    to,
    reach,
    sentBy: sentBy.name,
    withdrawn: state === 'withdrawn',
  }
}
