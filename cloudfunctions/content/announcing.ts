import type { Instant } from '@domain/kernel/time'
import type { Employee } from '@platform/context'
import type { Transaction } from '@platform/transaction'
import { announceNews } from '../notice/public'
import type { ArticleDocument } from './store'

interface By {
  employee: Pick<Employee, 'id' | 'name'>
  now: Instant
}

/** What must be read says so wherever it is told of. */
export const toldTitle = ({ title, mustRead }: Pick<ArticleDocument, 'title' | 'mustRead'>) =>
  mustRead ? `必读：${title}` : title

/** From now on the timer brings it to the phones of those who permit it, if it was written to be pushed. */
export const beginPush = ({ push }: ArticleDocument, now: Instant) =>
  push ? { pushingSince: now, pushedTo: '' } : {}

/**
 * Tells those an article is for, by one official message for all of them, inside the caller's transaction. Its id is the
 * article's appearance, so that it is told once. One request; none for one that is told to nobody.
 * @returns what is kept of it
 */
export async function announce(
  tx: Transaction,
  article: ArticleDocument,
  { employee, now }: By,
): Promise<Pick<ArticleDocument, 'newsId'>> {
  if (!article.push) return {}
  const { _id, summary, audience } = article
  const newsId = await announceNews(tx, {
    key: `${_id}.${article.version}`,
    title: toldTitle(article),
    body: summary,
    audience,
    by: { employeeId: employee.id, name: employee.name },
    articleId: _id,
    at: now,
  })
  return { newsId }
}
