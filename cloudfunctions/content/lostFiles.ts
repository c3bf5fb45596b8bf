import { blocksOf, filesIn } from '@domain/content/body'
import type { ArticleWordsView } from '@domain/content/schemas'
import { readAll } from '@platform/readAll'
import { type ArticleDocument, articles, versions } from './store'

type Naming = Pick<ArticleWordsView, 'coverId' | 'html'> & { attachments: readonly { fileId: string }[] }

/** Every file that an article names. */
const namedBy = ({ coverId, html, attachments }: Naming): string[] => [
  ...(coverId === null ? [] : [coverId]),
  ...filesIn(blocksOf(html)),
  ...attachments.map(({ fileId }) => fileId),
]

const keptOf = (article: ArticleDocument): string[] => [
  ...namedBy(article),
  ...article.files.map(({ fileId }) => fileId),
]

/**
 * The files of a new version, and of all of its saves, that neither the article which it would have replaced nor one of
 * that article's saves names. Three requests, one more each thousand saves.
 */
export async function filesOnlyOf(
  revision: ArticleDocument,
  articleId: string,
): Promise<{ fileId: string }[]> {
  const [article, saves, others] = await Promise.all([
    articles.get(articleId),
    readAll(versions, { articleId: revision._id }, 'version'),
    readAll(versions, { articleId }, 'version'),
  ])
  const needed = new Set([
    ...(article ? keptOf(article) : []),
    ...others.flatMap(({ words }) => namedBy(words)),
  ])
  const own = new Set([...keptOf(revision), ...saves.flatMap(({ words }) => namedBy(words))])
  return [...own].filter(fileId => !needed.has(fileId)).map(fileId => ({ fileId }))
}
