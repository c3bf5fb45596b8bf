import { orderKeyOf } from '@domain/content/article'
import { blocksOf, textOf } from '@domain/content/body'
import { termsOf } from '@domain/forum/words'
import type { Instant } from '@domain/kernel/time'
import { audienceKey } from '@domain/notice/news'
import type { Transaction } from '@platform/transaction'
import { openTalk } from '../forum/public'
import { type ArticleDocument, talkIdOf } from './store'

/** All that is read of an article, as what it is found by and what WeChat is asked about. */
export const textIn = ({ title, summary, html }: ArticleDocument) =>
  `${title}\n${summary}\n${textOf(blocksOf(html))}`

/** From then on lists find it; before, each of them looks at the clock. */
export function appearing(article: ArticleDocument, publishAt: Instant) {
  return {
    publishAt,
    shownTo: audienceKey(article.audience),
    orderKey: orderKeyOf(article._id, publishAt, article.onTop),
    terms: termsOf(textIn(article)),
  }
}

/** The forum keeps what will be said about it. One request, two where it was out before. */
export async function beginTalk(
  tx: Transaction,
  { _id, title, summary, writer, comments, audience }: ArticleDocument,
  at: Instant,
): Promise<void> {
  if (!comments) return
  const beside = { shownTo: audienceKey(audience), shownFrom: at, overseenBy: 'content.write' as const }
  await openTalk(tx, { talkId: talkIdOf(_id), title, words: summary, author: writer, at, beside })
}
