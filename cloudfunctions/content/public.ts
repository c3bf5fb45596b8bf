import type { WaitingItem } from '@domain/access/contract'
import { WAITING_MAX } from '@domain/access/inbox'
import { columns } from '@domain/content/article'
import { articles } from './store'

export { articlesDecidedOn } from './dayFigures'
export { exportOf, forget } from './ownPart'

/** What writers have handed in and nobody has decided, the oldest first, at most 50. One request. */
export async function waitingArticles(employeeId: string): Promise<WaitingItem[]> {
  const found = await articles.find({
    where: { state: 'review' },
    orderBy: [['_id', 'asc']],
    limit: WAITING_MAX,
    fields: ['_id', 'title', 'summary', 'column', 'writer', 'writerIds', 'changedAt'],
  })
  return found
    .filter(({ writerIds }) => !writerIds.includes(employeeId))
    .map(({ _id, title, summary, column, writer, changedAt }) => ({
      kind: 'article',
      id: _id,
      place: columns[column],
      person: writer,
      title,
      summary,
      since: changedAt,
    }))
}
