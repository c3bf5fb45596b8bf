import {
  type ArticleAction,
  approvesOwn,
  isDayPast,
  isOut,
  isTimeToAppear,
  nextArticleState,
  orderKeyOf,
} from '@domain/content/article'
import { blocksOf } from '@domain/content/body'
import { content } from '@domain/content/contract'
import { Refusal, refuse } from '@domain/kernel/errors'
import { limits } from '@domain/kernel/limits'
import { type EmployeeContext, handle } from '@platform/context'
import type { Transaction } from '@platform/transaction'
import { closeTalk } from '../forum/public'
import { colleaguesCounted } from '../identity/public'
import { notify, settleTodos, takeBackNews } from '../notice/public'
import { announce, beginPush } from './announcing'
import { appearing, beginTalk, textIn } from './appearing'
import { putInPlace, savedOf } from './revising'
import { asRead } from './saving'
import { type ArticleDocument, articles, talkIdOf } from './store'
import { withVerdicts } from './verdicts'

/** Every word that readers are shown, also of whom it is and what its files are called. */
const wordsIn = (article: ArticleDocument) =>
  [article.byline, ...article.attachments.map(({ fileName }) => fileName), textIn(article)].join('\n')

export const moveDraft = handle(content.moveDraft, async (ctx, { articleId, version, action }) => {
  const read = await articles.require(articleId, 'CONTENT_ARTICLE_MISSING')
  refuse(read.version !== version, 'CONTENT_CHANGED')
  if (action === 'submit') await assertFinished(ctx, read)
  const result = await ctx.transaction(
    async tx => {
      const article = await asRead(tx, { articleId, version })
      const state = stateAfter(article, action)
      const next = { state, version: version + 1, changedAt: ctx.now }
      const waits = action === 'submit' ? { handedInAt: ctx.now } : {}
      await articles.in(tx).update(articleId, { ...next, ...waits })
      return { state, version: next.version }
    },
    () => ({ subject: `${articles.name}/${articleId}`, before: { state: read.state }, after: { action } }),
  )
  // What was sent back has been seen to.
  await settleTodos({ target: 'draft', ids: [articleId], becomes: 'service', until: ctx.now })
  return result
})

/** @throws Refusal CONTENT_UNFINISHED, CONTENT_DAY_PAST, CONTENT_AUDIENCE_MISSING, and what WeChat says of the words */
async function assertFinished(ctx: EmployeeContext, article: ArticleDocument): Promise<void> {
  const { title, summary, coverId, audience } = article
  const isWhole = title.length >= limits.reasonMin && summary.length >= limits.reasonMin && coverId !== null
  refuse(!isWhole || blocksOf(article.html).length === 0, 'CONTENT_UNFINISHED')
  // The day of what is out already may have come while its words are mended.
  refuse(isDayPast(article, article.revises ? article.publishAt : ctx.now), 'CONTENT_DAY_PAST')
  const { kind, value } = audience
  const people =
    kind === 'all' ? 1 : await colleaguesCounted(kind === 'city' ? { site: value } : { department: value })
  refuse(people === 0, 'CONTENT_AUDIENCE_MISSING')
  await ctx.wechat.assertTextIsSafe(wordsIn(article))
}

export const decideArticle = handle(content.decideArticle, async (ctx, input) => {
  const { articleId, version, action, publishAt = ctx.now, reason, anew } = input
  const read = await articles.require(articleId, 'CONTENT_ARTICLE_MISSING')
  // Whose words are in it is asked of the version that is decided on, and of no earlier one.
  refuse(read.version !== version, 'CONTENT_CHANGED')
  refuse(approvesOwn(action, read.writerIds, ctx.employee.id), 'CONTENT_OWN_ARTICLE')
  refuse(action === 'schedule' && !isTimeToAppear(publishAt, ctx.now), 'CONTENT_TIME_WRONG')
  const explains = action === 'sendBack' || action === 'withdraw'
  refuse(explains && reason.length < limits.reasonMin, 'CONTENT_REASON_NEEDED')
  const appears = action === 'publish' || action === 'schedule'
  refuse(appears && isDayPast(read, read.revises && !anew ? read.publishAt : publishAt), 'CONTENT_DAY_PAST')
  if (appears) await assertPicturesPassed(read)
  const saved = read.revises && appears ? await savedOf(articleId) : []
  const result = await ctx.transaction(
    async tx => {
      const article = await asRead(tx, { articleId, version })
      const state = stateAfter(article, action)
      if (article.revises && state === 'published') return putInPlace(tx, article, { ...ctx, anew, saved })
      const remark = explains ? { by: ctx.employee.name, words: reason, at: ctx.now } : article.remark
      const at = action === 'schedule' ? publishAt : ctx.now
      const shown = appears ? appearing(article, at) : hidden(article)
      const decided = article.state === 'review' ? { decidedAt: ctx.now } : {}
      const pushed = action === 'publish' ? beginPush(article, ctx.now) : {}
      const told = action === 'publish' ? await announce(tx, article, ctx) : {}
      const moved = {
        state,
        version: version + 1,
        remark,
        changedAt: ctx.now,
        ...decided,
        ...pushed,
        ...told,
      }
      await articles.in(tx).update(articleId, { ...moved, ...shown })
      if (appears) await beginTalk(tx, article, at)
      const closes = action === 'withdraw' || action === 'unschedule'
      if (closes && article.comments) await closeTalk(tx, talkIdOf(articleId))
      if (action === 'withdraw' && article.newsId) await takeBackNews(tx, article.newsId)
      if (action === 'sendBack') await tellWriter(ctx, tx, article, reason)
      return { state, version: version + 1 }
    },
    () => ({
      subject: `${articles.name}/${articleId}`,
      before: { state: read.state },
      after: { action, reason, publishAt: action === 'schedule' ? publishAt : null },
    }),
  )
  // What called for it to be taken down, or for other pictures, has been seen to.
  const replaced = action === 'publish' && read.revises?.articleId
  if (action === 'withdraw' || replaced)
    await settleTodos({ target: 'draft', ids: [replaced || articleId], becomes: 'service', until: ctx.now })
  return result
})

/** @throws Refusal CONTENT_STEP_REFUSED */
function stateAfter({ state, revises }: ArticleDocument, action: ArticleAction) {
  const next = nextArticleState(state, action)
  if (!next || (revises && action === 'schedule')) throw new Refusal('CONTENT_STEP_REFUSED')
  return next
}

/** @throws Refusal CONTENT_PICTURE_BLOCKED for what WeChat has refused; what it has not answered in time may stand */
async function assertPicturesPassed({ files }: ArticleDocument): Promise<void> {
  const settled = await withVerdicts(files)
  refuse(
    settled.some(({ state }) => state === 'blocked'),
    'CONTENT_PICTURE_BLOCKED',
  )
}

const hidden = ({ _id, publishAt }: ArticleDocument) => ({
  shownTo: '',
  terms: [],
  onTop: false,
  pushingSince: 0,
  remindingSince: 0,
  orderKey: orderKeyOf(_id, publishAt, false),
})

function tellWriter(
  ctx: EmployeeContext,
  tx: Transaction,
  { _id, title, writer }: ArticleDocument,
  reason: string,
) {
  return notify(tx, {
    _id: ctx.newId('notice'),
    employeeId: writer.employeeId,
    kind: 'todo',
    title: `「${title}」退回来改一改`,
    body: reason,
    at: ctx.now,
    from: ctx.employee.name,
    fromId: ctx.employee.id,
    target: { kind: 'draft', id: _id },
  })
}

export const putOnTop = handle(content.putOnTop, (ctx, { articleId, onTop }) => {
  let before = onTop
  return ctx.transaction(
    async tx => {
      const article = await articles.in(tx).require(articleId, 'CONTENT_ARTICLE_MISSING')
      refuse(!isOut(article, ctx.now), 'CONTENT_STEP_REFUSED')
      before = article.onTop
      if (before === onTop) return { onTop }
      const orderKey = orderKeyOf(articleId, article.publishAt, onTop)
      await articles.in(tx).update(articleId, { onTop, orderKey })
      return { onTop }
    },
    () =>
      before === onTop
        ? undefined
        : { subject: `${articles.name}/${articleId}`, before: { onTop: before }, after: { onTop } },
  )
})
