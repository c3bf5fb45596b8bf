import { permissionsOf } from '@domain/access/roles'
import { articleLimits, isDiscardable, mayDiscard } from '@domain/content/article'
import { content } from '@domain/content/contract'
import { articleWordsOf } from '@domain/content/words'
import { Refusal, refuse } from '@domain/kernel/errors'
import type { Instant } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { type EmployeeContext, handle } from '@platform/context'
import type { Transaction } from '@platform/transaction'
import { closeTalk, type Dropped, dropPictures, removeDropped } from '../forum/public'
import { personOf } from '../identity/public'
import { settleTodos } from '../notice/public'
import { appearing, beginTalk } from './appearing'
import { filesOnlyOf } from './lostFiles'
import { asRead, begun } from './saving'
import {
  type ArticleDocument,
  articles,
  talkIdOf,
  type VersionDocument,
  versionIdOf,
  versions,
} from './store'
import { isCoverRefused } from './verdicts'

export const reviseArticle = handle(content.reviseArticle, (ctx, { articleId, version }) => {
  let isAsItWas = false
  let revisionId = ctx.newId('article')
  return ctx.transaction(
    async tx => {
      const article = await outNow(tx, { articleId, version })
      const known = article.revisionId ? await articles.in(tx).get(article.revisionId) : null
      isAsItWas = known?.revises?.version === version
      if (known) {
        revisionId = known._id
        if (!isAsItWas) await rebase(ctx, tx, { article, revision: known })
        return { articleId: revisionId }
      }
      await articles.in(tx).put({
        ...begun(ctx, revisionId),
        ...articleWordsOf(article),
        attachments: article.attachments,
        files: article.files,
        minutes: article.minutes,
        titleTerms: article.titleTerms,
        publishAt: article.publishAt,
        writer: personOf(ctx.employee),
        revises: { articleId, version },
      })
      await articles.in(tx).update(articleId, { revisionId })
      return { articleId: revisionId }
    },
    () =>
      isAsItWas
        ? undefined
        : { subject: `${articles.name}/${articleId}`, before: { version }, after: { revisionId } },
  )
})

const REBASED = '原来那篇撤下后又发布过，先和现在这版对一对，再交稿。'

/** What was begun on an earlier version goes on from what is out now, as a draft: somebody has to look at both. One request. */
function rebase(
  { employee, now }: EmployeeContext,
  tx: Transaction,
  { article, revision }: Record<'article' | 'revision', ArticleDocument>,
): Promise<void> {
  return articles.in(tx).update(revision._id, {
    state: 'draft',
    version: revision.version + 1,
    publishAt: article.publishAt,
    revises: { articleId: article._id, version: article.version },
    remark: { by: employee.name, words: REBASED, at: now },
    changedAt: now,
  })
}

/** What decides whether it may be thrown away, and by whom: whoever began it is one of its writers before the first save. */
export const discardingOf = (article: ArticleDocument) => ({
  state: article.state,
  writerIds: [article.writer.employeeId, ...article.writerIds],
  revises: article.revises?.articleId ?? null,
})

export const discardRevision = handle(content.discardRevision, async (ctx, { articleId, version }) => {
  const read = await articles.require(articleId, 'CONTENT_ARTICLE_MISSING')
  refuse(read.version !== version, 'CONTENT_CHANGED')
  const { revises } = read
  if (!revises || !isDiscardable(discardingOf(read))) throw new Refusal('CONTENT_STEP_REFUSED')
  const { id: employeeId, grants } = ctx.employee
  refuse(
    !mayDiscard(discardingOf(read), { employeeId, permissions: permissionsOf(grants) }),
    'CONTENT_NOT_YOURS',
  )
  const lost = await filesOnlyOf(read, revises.articleId)
  const saved = await savedOf(articleId)
  // Written in the transaction, read after it; a transaction that runs again writes it again.
  const removed: { gone: Dropped } = { gone: null }
  const result = await ctx.transaction(
    async tx => {
      await asRead(tx, { articleId, version })
      await articles.in(tx).remove(articleId)
      for (const { _id } of saved) await versions.in(tx).remove(_id)
      removed.gone = await dropPictures(tx, lost, ctx.now)
      return { articleId: revises.articleId }
    },
    () => ({
      subject: `${articles.name}/${revises.articleId}`,
      before: { revisionId: articleId },
      after: { discarded: true },
    }),
  )
  await removeDropped(removed.gone)
  await settleTodos({ target: 'draft', ids: [articleId], becomes: 'service', until: ctx.now })
  return result
})

/** The article that is out, in the version that was read. One request. @throws Refusal CONTENT_CHANGED, CONTENT_STEP_REFUSED */
async function outNow(
  tx: Transaction,
  { articleId, version }: NonNullable<ArticleDocument['revises']>,
): Promise<ArticleDocument> {
  const article = await articles.in(tx).require(articleId, 'CONTENT_ARTICLE_MISSING')
  refuse(article.state !== 'published', 'CONTENT_STEP_REFUSED')
  refuse(article.version !== version, 'CONTENT_CHANGED')
  return article
}

/**
 * What was saved of a new version, as far as a history shows it; what is older is dropped. It is read before the
 * transaction that moves it: as long as the new version is as it was read, nothing is added. One request, two for a long
 * history.
 */
export async function savedOf(revisionId: string): Promise<VersionDocument[]> {
  const saved = await versions.find({
    where: { articleId: revisionId },
    orderBy: [['version', 'desc']],
    limit: articleLimits.versionsShown,
  })
  const oldest = saved.at(-1)
  if (oldest && saved.length === articleLimits.versionsShown)
    await versions.removeWhere({ articleId: revisionId, version: _.lt(oldest.version) })
  return saved
}

interface Deciding {
  now: Instant
  /** Whether what must be read is to be confirmed again. */
  anew: boolean
  /** Its saves, which go into the history of what it replaces. */
  saved: readonly VersionDocument[]
}

/**
 * Replaces the words of what is out by those of its new version, inside the caller's transaction. It keeps its place in
 * the lists, what was said, liked and kept, and who has confirmed it; nobody is told a second time. Five requests, and two
 * for each of its saves.
 */
export async function putInPlace(
  tx: Transaction,
  revision: ArticleDocument,
  { now, anew, saved }: Deciding,
): Promise<{ state: 'published'; version: number }> {
  const { revises, _id, files, attachments, minutes, handedInAt = now } = revision
  if (!revises) throw new Refusal('CONTENT_STEP_REFUSED')
  const before = await outNow(tx, revises)
  // The saves stand between what was out and what is.
  const version = before.version + revision.version + 1
  const words = articleWordsOf(revision)
  const after: ArticleDocument = {
    ...before,
    ...words,
    // It was told of when it appeared.
    push: before.push,
    attachments,
    files,
    minutes,
    version,
    titleTerms: revision.titleTerms,
    writerIds: [...new Set([...before.writerIds, ...revision.writerIds])],
    ...{ handedInAt, decidedAt: now, changedAt: now, revisedAt: now },
    ...(anew && words.mustRead ? { askedAt: now } : {}),
    coverRefused: isCoverRefused(revision),
    ...(words.mustRead ? {} : { remindingSince: 0 }),
  }
  await articles.in(tx).put({ ...after, ...appearing(after, before.publishAt) })
  await articles.in(tx).remove(_id)
  const articleId = before._id
  for (const one of saved) {
    const place = { articleId, version: before.version + one.version }
    await versions.in(tx).put({ ...one, ...place, _id: versionIdOf(articleId, place.version) })
    await versions.in(tx).remove(one._id)
  }
  if (after.comments) await beginTalk(tx, after, before.publishAt)
  else if (before.comments) await closeTalk(tx, talkIdOf(articleId))
  return { state: 'published', version }
}
