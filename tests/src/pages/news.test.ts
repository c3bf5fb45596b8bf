import { newsOf } from '@/pages/home/News'

const article = (articleId: string) => ({ articleId }) as never
const idsOf = (articles: string[], mustRead: string[]) =>
  newsOf({ articles: articles.map(article), mustRead: mustRead.map(article) }).map(
    ({ articleId }) => articleId,
  )

test.each([
  ['leaves out what stands above them as to be read first', ['a', 'b', 'c'], ['b', 'c'], ['a', 'c']],
  ['are all there where nothing has to be read', ['a', 'b'], [], ['a', 'b']],
  ['are never empty for it', ['a'], ['a'], ['a']],
])('the news %s', (_, articles, mustRead, shown) => {
  expect(idsOf(articles, mustRead)).toEqual(shown)
})
