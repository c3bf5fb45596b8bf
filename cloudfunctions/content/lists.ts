import { content } from '@domain/content/contract'
import { queryTermsOf } from '@domain/forum/words'
import { limits } from '@domain/kernel/limits'
import { pageOf } from '@domain/kernel/paging'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { articles, readingIdOf, readings, tallies } from './store'
import { type Card, cardFields, cardView, isFor, keysOf } from './views'

export const listArticles = handle(content.listArticles, async ({ employee, now }, { column, after }) => {
  const found = await articles.find({
    where: {
      shownTo: _.in(keysOf(employee)),
      ...(column === undefined ? {} : { column }),
      publishAt: _.lte(now),
      ...(after === undefined ? {} : { orderKey: _.lt(after) }),
    },
    orderBy: [['orderKey', 'desc']],
    limit: limits.pageSize + 1,
    fields: cardFields,
  })
  const { rows, next } = pageOf(found, limits.pageSize, ({ orderKey }) => orderKey)
  return { articles: await cardsFor(rows, employee.id), next, now }
})

export const findArticles = handle(content.findArticles, async ({ employee, now }, { text }) => {
  const wanted = queryTermsOf(text)
  if (wanted.length === 0) return { articles: [], now }
  // For whom it is belongs to the question: however many there are for others, none of them takes a place.
  const found = await articles.find({
    where: { terms: _.all(wanted), shownTo: _.in(keysOf(employee)), publishAt: _.lte(now) },
    orderBy: [['orderKey', 'desc']],
    limit: limits.pageSize,
    fields: cardFields,
  })
  return { articles: await cardsFor(found, employee.id), now }
})

export const listKept = handle(content.listKept, async ({ employee, now }, { after }) => {
  const kept = await readings.find({
    where: {
      employeeId: employee.id,
      favourited: true,
      ...(after === undefined ? {} : { keptKey: _.lt(after) }),
    },
    orderBy: [['keptKey', 'desc']],
    limit: limits.pageSize + 1,
  })
  const { rows, next } = pageOf(kept, limits.pageSize, ({ keptKey }) => keptKey)
  const ids = rows.map(({ articleId }) => articleId)
  const found =
    ids.length === 0
      ? []
      : await articles.find({ where: { _id: _.in(ids) }, limit: ids.length, fields: cardFields })
  const byId = new Map(found.map(article => [article._id, article]))
  const shown = rows.flatMap(reading => {
    const article = byId.get(reading.articleId)
    return article && isFor(article, employee, now) ? [cardView(article, undefined, reading)] : []
  })
  return { articles: shown, next, now }
})

/** Articles as one reader's list shows them. Two requests at once, none for none. */
export async function cardsFor(rows: readonly Card[], employeeId: string) {
  if (rows.length === 0) return []
  const ids = rows.map(({ _id }) => _id)
  const [counted, read] = await Promise.all([
    tallies.find({ where: { _id: _.in(ids) }, limit: ids.length, fields: ['_id', 'views'] }),
    readings.find({
      where: { _id: _.in(ids.map(id => readingIdOf(id, employeeId))) },
      limit: ids.length,
      fields: ['articleId', 'progress'],
    }),
  ])
  const tallyOf = new Map(counted.map(tally => [tally._id, tally]))
  const readingOf = new Map(read.map(reading => [reading.articleId, reading]))
  return rows.map(row => cardView(row, tallyOf.get(row._id), readingOf.get(row._id)))
}
