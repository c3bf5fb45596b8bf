import { permissionsOf } from '@domain/access/roles'
import { articleLimits, mayDiscard } from '@domain/content/article'
import { content } from '@domain/content/contract'
import { refusedPlaces } from '@domain/content/refused'
import type { DeskArticleView } from '@domain/content/schemas'
import { articleWordsOf, audienceWords } from '@domain/content/words'
import { queryTermsOf } from '@domain/forum/words'
import { Refusal } from '@domain/kernel/errors'
import { limits } from '@domain/kernel/limits'
import { pageOf } from '@domain/kernel/paging'
import { _ } from '@platform/cloud'
import { handle, handleWith } from '@platform/context'
import { rosterPlaces } from '../identity/public'
import { confirmedIn } from './counting'
import { discardingOf } from './revising'
import { type ArticleDocument, articles, tallies, versions } from './store'
import { refusedOf } from './verdicts'

const deskFields = [
  '_id',
  'title',
  'column',
  'state',
  'writer',
  'audience',
  'publishAt',
  'changedAt',
  'onTop',
  'orderKey',
  'revises',
] as const satisfies readonly (keyof ArticleDocument)[]

type Row = Pick<ArticleDocument, (typeof deskFields)[number]>

/** What is out in its readers' order, what is timed as it comes, the rest with the newest first. */
const orders = {
  draft: ['_id', 'desc'],
  review: ['_id', 'desc'],
  scheduled: ['orderKey', 'asc'],
  published: ['orderKey', 'desc'],
  withdrawn: ['_id', 'desc'],
} as const

export const openNewsroom = handle(content.openNewsroom, async ({ now }, { state, after }) => {
  const [key, direction] = orders[state]
  const beyond = direction === 'asc' ? _.gt : _.lt
  const found = await articles.find({
    where: { state, ...(after === undefined ? {} : { [key]: beyond(after) }) },
    orderBy: [[key, direction]],
    limit: limits.pageSize + 1,
    fields: deskFields,
  })
  const { rows, next } = pageOf(found, limits.pageSize, row => row[key])
  return { articles: await deskViews(rows), next, now }
})

export const findDrafts = handle(content.findDrafts, async ({ now }, { text }) => {
  const wanted = queryTermsOf(text)
  if (wanted.length === 0) return { articles: [], now }
  const found = await articles.find({
    where: { titleTerms: _.all(wanted) },
    orderBy: [['_id', 'desc']],
    limit: limits.pageSize,
    fields: deskFields,
  })
  return { articles: await deskViews(found), now }
})

async function deskViews(rows: readonly Row[]): Promise<DeskArticleView[]> {
  const ids = rows.map(({ _id }) => _id)
  const counted =
    ids.length === 0
      ? []
      : await tallies.find({ where: { _id: _.in(ids) }, limit: ids.length, fields: ['_id', 'views'] })
  const viewsOf = new Map(counted.map(({ _id, views }) => [_id, views]))
  return rows.map(row => deskView(row, viewsOf.get(row._id) ?? 0))
}

export const listAudiences = handle(content.listAudiences, () => rosterPlaces())

function deskView(
  { _id, writer, audience, publishAt, revises, ...row }: Row,
  views: number,
): DeskArticleView {
  const { title, column, state, changedAt, onTop } = row
  return {
    articleId: _id,
    title,
    column,
    state,
    writerName: writer.name,
    to: audienceWords(audience),
    publishAt: publishAt || null,
    changedAt,
    onTop,
    isRevision: revises !== undefined,
    views,
  }
}

const along = ({ articleId }: { articleId: string }) => ({
  article: articles.along({ where: { _id: articleId }, limit: 1 }),
  versions: versions.along({
    where: { articleId },
    orderBy: [['version', 'desc']],
    limit: articleLimits.versionsShown,
  }),
})

export const openDraft = handleWith(
  content.openDraft,
  along,
  async ({ now, employee }, { version }, found) => {
    const [article] = found.article
    if (!article) throw new Refusal('CONTENT_ARTICLE_MISSING')
    const earlier = found.versions.find(one => one.version === version)
    if (version !== undefined && !earlier) throw new Refusal('CONTENT_ARTICLE_MISSING')
    const { _id, state, writerIds, publishAt, onTop, remark } = article
    return {
      articleId: _id,
      version: article.version,
      state,
      words: earlier?.words ?? articleWordsOf(article),
      writerIds,
      publishAt: publishAt || null,
      onTop,
      refused: earlier ? [] : refusedPlaces(article, refusedOf(article)),
      revises: article.revises?.articleId ?? null,
      canDiscard: mayDiscard(discardingOf(article), {
        employeeId: employee.id,
        permissions: permissionsOf(employee.grants),
      }),
      remark,
      versions: found.versions.map(({ version: number, words, by, at }) => ({
        version: number,
        title: words.title,
        by,
        at,
      })),
      now,
    }
  },
)

const figuresAlong = ({ articleId }: { articleId: string }) => ({
  article: articles.along({
    where: { _id: articleId },
    limit: 1,
    fields: ['_id', 'title', 'mustRead', 'publishAt', 'askedAt', 'remindedAt'],
  }),
  tally: tallies.along({ where: { _id: articleId }, limit: 1 }),
})

export const openFigures = handleWith(content.openFigures, figuresAlong, async ({ now }, _input, found) => {
  const [article] = found.article
  if (!article) throw new Refusal('CONTENT_ARTICLE_MISSING')
  const [tally] = found.tally
  const { views = 0, likes = 0, favourites = 0, at = 0 } = tally ?? {}
  const { confirmed, departments } = confirmedIn(article, tally)
  const { title, mustRead, remindedAt = null } = article
  const counts = { views, likes, favourites, confirmed, countedAt: at || null, departments }
  return { title, mustRead, ...counts, remindedAt, now }
})
