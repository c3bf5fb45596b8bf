import type { ArticleWordsView } from './schemas'

/** For whom it is, as one says it. */
export function audienceWords({ kind, value }: ArticleWordsView['audience']): string {
  return kind === 'all' ? '所有同事' : `${value}的同事`
}

/** What its writer gives an article, out of all that is kept of it: what a version holds and the editor opens. */
export function articleWordsOf(article: ArticleWordsView): ArticleWordsView {
  const { title, summary, column, byline, coverId, html, audience, comments } = article
  const { mustRead, mustReadBy, push } = article
  const attachments = article.attachments.map(({ fileId, fileName }) => ({ fileId, fileName }))
  const words = { title, summary, column, byline, coverId, html, audience, comments, attachments }
  return { ...words, mustRead, mustReadBy, push }
}
