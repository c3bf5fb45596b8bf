import { canConfirm, confirmedFrom, isConfirmed } from '@domain/content/article'
import { content } from '@domain/content/contract'
import { refuse } from '@domain/kernel/errors'
import { _ } from '@platform/cloud'
import type { Patch, Where } from '@platform/collection'
import { type Employee, type EmployeeContext, handleWith } from '@platform/context'
import { isDuplicate } from '@platform/databaseErrors'
import { marksOf, readable } from './openArticle'
import { type ArticleDocument, articles, type ReadingDocument, readingIdOf, readings, tallies } from './store'
import { cardFields } from './views'

/*
 * What a reader does is written into a document that is theirs alone, so that three thousand who open an article in a
 * minute wait for nobody; the timer counts. See docs/decisions/0048.
 */

const along = ({ articleId }: { articleId: string }) => ({
  article: articles.along({ where: { _id: articleId }, limit: 1, fields: cardFields }),
  tally: tallies.along({ where: { _id: articleId }, limit: 1 }),
  reading: readings.along({
    where: {},
    matching: { field: '_id', value: { $concat: [`${articleId}:`, '$_id'] } },
    limit: 1,
  }),
})

function unread({ _id }: Pick<ArticleDocument, '_id'>, { id, department }: Employee): ReadingDocument {
  return {
    _id: readingIdOf(_id, id),
    articleId: _id,
    employeeId: id,
    department,
    progress: 0,
    liked: false,
    likedAt: 0,
    favourited: false,
    favouritedAt: 0,
    keptKey: '',
    confirmed: false,
    confirmedAt: 0,
    uncountedSince: 0,
  }
}

interface Note {
  article: Pick<ArticleDocument, '_id'>
  known: ReadingDocument | undefined
  /** What must be so for the change to be one. */
  where: Where<ReadingDocument>
  patch: Patch<ReadingDocument> & Partial<ReadingDocument>
}

/** One request; two where two of the same reader's calls meet. */
async function note({ employee }: EmployeeContext, { article, known, where, patch }: Note): Promise<void> {
  const _id = readingIdOf(article._id, employee.id)
  const change = { ...patch, department: employee.department, uncountedSince: Date.now() }
  if (!known)
    try {
      await readings.insert({ ...unread(article, employee), ...change })
      return
    } catch (error) {
      if (!isDuplicate(error)) throw error
    }
  await readings.updateWhere({ _id, ...where }, change)
}

export const noteReading = handleWith(content.noteReading, along, async (ctx, { progress }, found) => {
  const article = readable(found.article[0], ctx.employee, ctx.now)
  const [known] = found.reading
  if (known && known.progress >= progress) return { progress: known.progress }
  await note(ctx, { article, known, where: { progress: _.lt(progress) }, patch: { progress } })
  return { progress }
})

export const markArticle = handleWith(content.markArticle, along, async (ctx, { mark, on }, found) => {
  const article = readable(found.article[0], ctx.employee, ctx.now)
  const [known] = found.reading
  const [tally] = found.tally
  const at = Date.now()
  if ((known?.[mark] ?? false) !== on) {
    const patch =
      mark === 'liked'
        ? { liked: on, likedAt: at }
        : { favourited: on, favouritedAt: at, keptKey: on ? `${at}:${article._id}` : '' }
    await note(ctx, { article, known, where: { [mark]: !on }, patch })
  }
  const before = { ...unread(article, ctx.employee), ...known }
  const after = { ...before, [mark]: on, ...(before[mark] === on ? {} : { [`${mark}At`]: at }) }
  const marks = marksOf(tally, after)
  return { on, count: mark === 'liked' ? marks.likes : marks.favourites }
})

export const confirmReading = handleWith(content.confirmReading, along, async (ctx, _input, found) => {
  const article = readable(found.article[0], ctx.employee, ctx.now)
  const [known] = found.reading
  refuse(!canConfirm({ mustRead: article.mustRead, progress: known?.progress ?? 0 }), 'CONTENT_NOT_READ')
  if (!isConfirmed(known, article))
    await note(ctx, {
      article,
      known,
      where: { confirmedAt: _.lt(confirmedFrom(article)) },
      patch: { confirmed: true, confirmedAt: Date.now() },
    })
  return { confirmed: true as const }
})
