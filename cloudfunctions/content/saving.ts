import { minutesOf, orderKeyOf } from '@domain/content/article'
import { htmlOf } from '@domain/content/body'
import { content } from '@domain/content/contract'
import type { ArticleWordsView } from '@domain/content/schemas'
import { termsOf } from '@domain/forum/words'
import { Refusal, refuse } from '@domain/kernel/errors'
import { type EmployeeContext, handle } from '@platform/context'
import { keepingCopies } from '@platform/storage'
import type { Transaction } from '@platform/transaction'
import { personOf } from '../identity/public'
import { assertFits, cleaned } from './cleaning'
import { type ArticleDocument, articles, versionIdOf, versions } from './store'
import { takeFiles } from './taking'
import { isCoverRefused } from './verdicts'

export const saveArticle = handle(content.saveArticle, async (ctx, { of, words }) => {
  const blocks = cleaned(words.html)
  assertFits(blocks)
  const known = of ? await articles.require(of.articleId, 'CONTENT_ARTICLE_MISSING') : null
  const taken = await takeFiles(ctx, { words, blocks, known })
  const articleId = of?.articleId ?? ctx.newId('article')
  const html = htmlOf(taken.blocks)
  const kept: ArticleWordsView = {
    ...words,
    html,
    coverId: taken.coverId,
    attachments: taken.attachments.map(({ fileId, fileName }) => ({ fileId, fileName })),
  }
  return keepingCopies(taken, () =>
    ctx.transaction(
      async tx => {
        const before = of ? await asRead(tx, of) : null
        if (before && before.state !== 'draft') throw new Refusal('CONTENT_STEP_REFUSED')
        const version = (before?.version ?? 0) + 1
        const { attachments: _asWritten, ...said } = kept
        await articles.in(tx).put({
          ...(before ?? begun(ctx, articleId)),
          ...said,
          attachments: taken.attachments,
          files: taken.files,
          coverRefused: isCoverRefused(taken),
          minutes: minutesOf(taken.blocks),
          version,
          titleTerms: termsOf(words.title),
          writerIds: [...new Set([...(before?.writerIds ?? []), ctx.employee.id])],
          changedAt: ctx.now,
        })
        const _id = versionIdOf(articleId, version)
        await versions
          .in(tx)
          .put({ _id, articleId, version, words: kept, by: ctx.employee.name, at: ctx.now })
        return { articleId, version, html, coverId: taken.coverId, attachments: kept.attachments }
      },
      () => ({
        subject: `${articles.name}/${articleId}`,
        before: of ? { version: of.version } : null,
        after: { title: words.title, column: words.column, audience: words.audience },
      }),
    ),
  )
})

/** The article as somebody has read it. One request. @throws Refusal CONTENT_ARTICLE_MISSING, CONTENT_CHANGED */
export async function asRead(
  tx: Transaction,
  { articleId, version }: { articleId: string; version: number },
): Promise<ArticleDocument> {
  const article = await articles.in(tx).require(articleId, 'CONTENT_ARTICLE_MISSING')
  refuse(article.version !== version, 'CONTENT_CHANGED')
  return article
}

type Begun = Omit<ArticleDocument, keyof ArticleWordsView | 'files' | 'minutes'>

/** What an article is before anything is written. */
export function begun({ employee, now }: EmployeeContext, _id: string): Begun {
  return {
    _id,
    state: 'draft',
    version: 0,
    writer: personOf(employee),
    writerIds: [],
    publishAt: 0,
    onTop: false,
    orderKey: orderKeyOf(_id, 0, false),
    shownTo: '',
    terms: [],
    titleTerms: [],
    pushingSince: 0,
    pushedTo: '',
    remark: null,
    changedAt: now,
  }
}
