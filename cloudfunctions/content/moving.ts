import {
  type ArticleAction,
  approvesOwn,
  isDayPast,
  isOut,
  isTimeToAppear,
  nextArticleState,
  orderKeyOf,
} from '@domain/content/article'
import { blocksOf, textOf } from '@domain/content/body'
import { content } from '@domain/content/contract'
import { termsOf } from '@domain/forum/words'
import { Refusal, refuse } from '@domain/kernel/errors'
import { limits } from '@domain/kernel/limits'
import type { Instant } from '@domain/kernel/time'
import { audienceKey } from '@domain/notice/news'
import { type EmployeeContext, handle } from '@platform/context'
import type { Transaction } from '@platform/transaction'
import { closeTalk, openTalk } from '../forum/public'
import { colleaguesCounted } from '../identity/public'
import { notify, settleTodos, takeBackNews } from '../notice/public'
import { announce, beginPush } from './announcing'
import { asRead } from './saving'
import { type ArticleDocument, articles, talkIdOf } from './store'
import { withVerdicts } from './verdicts'

const textIn = ({ title, summary, html }: ArticleDocument) =>
  `${title}\n${summary}\n${textOf(blocksOf(html))}`

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
  await settleTodos({ target: 'draft', ids: [articleId], becomes: 'service', at: ctx.now })
  return result
})

/** @throws Refusal CONTENT_UNFINISHED, CONTENT_DAY_PAST, CONTENT_AUDIENCE_MISSING, and what WeChat says of the words */
async function assertFinished(ctx: EmployeeContext, article: ArticleDocument): Promise<void> {
  const { title, summary, coverId, audience } = article
  const isWhole = title.length >= limits.reasonMin && summary.length >= limits.reasonMin && coverId !== null
  refuse(!isWhole || blocksOf(article.html).length === 0, 'CONTENT_UNFINISHED')
  refuse(isDayPast(article, ctx.now), 'CONTENT_DAY_PAST')
  const { kind, value } = audience
  const people =
    kind === 'all' ? 1 : await colleaguesCounted(kind === 'city' ? { site: value } : { department: value })
  refuse(people === 0, 'CONTENT_AUDIENCE_MISSING')
  await ctx.wechat.assertTextIsSafe(wordsIn(article))
}

export const decideArticle = handle(content.decideArticle, async (ctx, input) => {
  const { articleId, version, action, publishAt = ctx.now, reason } = input
  const read = await articles.require(articleId, 'CONTENT_ARTICLE_MISSING')
  // Whose words are in it is asked of the version that is decided on, and of no earlier one.
  refuse(read.version !== version, 'CONTENT_CHANGED')
  refuse(approvesOwn(action, read.writerIds, ctx.employee.id), 'CONTENT_OWN_ARTICLE')
  refuse(action === 'schedule' && !isTimeToAppear(publishAt, ctx.now), 'CONTENT_TIME_WRONG')
  const explains = action === 'sendBack' || action === 'withdraw'
  refuse(explains && reason.length < limits.reasonMin, 'CONTENT_REASON_NEEDED')
  const appears = action === 'publish' || action === 'schedule'
  refuse(appears && isDayPast(read, publishAt), 'CONTENT_DAY_PAST')
  if (appears) await assertPicturesPassed(read)
  const result = await ctx.transaction(
    async tx => {
      const article = await asRead(tx, { articleId, version })
      const state = stateAfter(article, action)
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
      if (appears) await begin(tx, article, at)
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
  // What called for it to be taken down has been seen to.
  if (action === 'withdraw')
    await settleTodos({ target: 'draft', ids: [articleId], becomes: 'service', at: ctx.now })
  return result
})

/** @throws Refusal CONTENT_STEP_REFUSED */
function stateAfter({ state }: ArticleDocument, action: ArticleAction) {
  const next = nextArticleState(state, action)
  if (!next) throw new Refusal('CONTENT_STEP_REFUSED')
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

/** From then on lists find it; before, each of them looks at the clock. */
function appearing(article: ArticleDocument, publishAt: Instant) {
  return {
    publishAt,
    shownTo: audienceKey(article.audience),
    orderKey: orderKeyOf(article._id, publishAt, article.onTop),
    terms: termsOf(textIn(article)),
  }
}

const hidden = ({ _id, publishAt }: ArticleDocument) => ({
  shownTo: '',
  terms: [],
  onTop: false,
  pushingSince: 0,
  orderKey: orderKeyOf(_id, publishAt, false),
})

/** The forum keeps what will be said about it. One request, two where it was out before. */
async function begin(
  tx: Transaction,
  { _id, title, summary, writer, comments, audience }: ArticleDocument,
  at: Instant,
) {
  if (!comments) return
  const beside = { shownTo: audienceKey(audience), shownFrom: at, overseenBy: 'content.write' as const }
  await openTalk(tx, { talkId: talkIdOf(_id), title, words: summary, author: writer, at, beside })
}

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
