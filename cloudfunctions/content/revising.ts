import { articleLimits } from '@domain/content/article'
import { content } from '@domain/content/contract'
import { articleWordsOf } from '@domain/content/words'
import { Refusal, refuse } from '@domain/kernel/errors'
import type { Instant } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import type { Transaction } from '@platform/transaction'
import { closeTalk } from '../forum/public'
import { personOf } from '../identity/public'
import { appearing, beginTalk } from './appearing'
import { begun } from './saving'
import {
  type ArticleDocument,
  articles,
  talkIdOf,
  type VersionDocument,
  versionIdOf,
  versions,
} from './store'
import { isCoverRefused } from './verdicts'

/** Of one version of an article there is one new version at a time, whoever begins it. */
const revisionIdOf = (articleId: string, version: number) => `${articleId}.${version}r`

export const reviseArticle = handle(content.reviseArticle, (ctx, { articleId, version }) => {
  const revisionId = revisionIdOf(articleId, version)
  let isBegun = false
  return ctx.transaction(
    async tx => {
      const known = await articles.in(tx).get(revisionId)
      isBegun = known !== null
      if (known) return { articleId: revisionId }
      const article = await outNow(tx, { articleId, version })
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
      return { articleId: revisionId }
    },
    () =>
      isBegun
        ? undefined
        : { subject: `${articles.name}/${articleId}`, before: { version }, after: { revisionId } },
  )
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
