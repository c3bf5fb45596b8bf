import { type Instant, inChina } from '@domain/kernel/time'
import { isAmong } from '@domain/notice/news'
import { _ } from '@platform/cloud'
import { eachWhile, type Shift } from '@platform/shift'
import { colleaguesBy } from '../identity/public'
import { permitting, sendIfPermitted } from '../notice/public'
import { toldTitle } from './announcing'
import { type ArticleDocument, articles } from './store'

/** Colleagues who are told side by side. */
const BLOCK = 25
const ARTICLES_AT_ONCE = 20

type Pushed = Pick<
  ArticleDocument,
  '_id' | 'title' | 'mustRead' | 'summary' | 'audience' | 'publishAt' | 'pushingSince' | 'pushedTo' | 'newsId'
>

/**
 * Brings articles to the phones of those who permit a message and whom they are for, block by block of employee
 * numbers: what a shift does not reach waits for the next. The inbox has told them already.
 * @returns how many articles are out
 */
export async function pushArticles(_now: Instant, shift: Shift): Promise<number> {
  const due: Pushed[] = await articles.find({
    where: { pushingSince: _.gt(0) },
    orderBy: [['pushingSince', 'asc']],
    limit: ARTICLES_AT_ONCE,
    fields: [
      ...(['_id', 'title', 'mustRead', 'summary', 'audience'] as const),
      ...(['publishAt', 'pushingSince', 'pushedTo', 'newsId'] as const),
    ],
  })
  return eachWhile(shift, due, article => push(article, shift))
}

async function push(article: Pushed, shift: Shift): Promise<void> {
  let after: string | null = article.pushedTo
  while (after !== null && !shift.isOver()) after = await pushBlock(article, after)
}

/** @returns up to whom it has gone; null: it is out, was withdrawn, or another run is at it */
async function pushBlock(article: Pushed, after: string): Promise<string | null> {
  const { _id, pushingSince } = article
  const block = await permitting('articleOut', after, BLOCK)
  const last = block.length === BLOCK ? (block.at(-1) ?? null) : null
  // Claimed before it is sent: two runs at once never take two permissions of the same person for one article.
  const claimed = await articles.updateWhere(
    { _id, pushingSince, pushedTo: after },
    last === null ? { pushingSince: 0 } : { pushedTo: last },
  )
  if (claimed === 0) return null
  const readers =
    block.length > 0 ? (await colleaguesBy(block)).filter(one => isAmong(article.audience, one)) : []
  await Promise.all(readers.map(({ employeeId }) => sendIfPermitted(messageOf(article, employeeId))))
  return last
}

const messageOf = ({ _id, summary, publishAt, newsId, ...told }: Pushed, employeeId: string) => ({
  employeeId,
  ...(newsId === undefined ? {} : { newsId }),
  template: 'articleOut' as const,
  page: `rooms/content/pages/article/index?articleId=${_id}`,
  values: [toldTitle(told), inChina(publishAt).format('YYYY-MM-DD HH:mm'), summary],
})
