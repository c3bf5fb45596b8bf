import type { ArticleWordsView } from './schemas'

/** What its writer gives an article, out of all that is kept of it: what a version holds and the editor opens. */
export function articleWordsOf(article: ArticleWordsView): ArticleWordsView {
  const { title, summary, column, byline, coverId, html, audience, comments } = article
  const { mustRead, mustReadBy, push } = article
  const attachments = article.attachments.map(({ fileId, fileName }) => ({ fileId, fileName }))
  const words = { title, summary, column, byline, coverId, html, audience, comments, attachments }
  return { ...words, mustRead, mustReadBy, push }
}
