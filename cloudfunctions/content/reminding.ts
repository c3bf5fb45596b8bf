import { isConfirmed, isOut } from '@domain/content/article'
import { content } from '@domain/content/contract'
import { HIDDEN_DEPARTMENT } from '@domain/identity/visibility'
import { refuse } from '@domain/kernel/errors'
import { dayOf, type Instant, inChina } from '@domain/kernel/time'
import { isAmong } from '@domain/notice/news'
import { inBlocks } from '@platform/blocks'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { isDuplicate } from '@platform/databaseErrors'
import { idFor } from '@platform/receipts'
import { eachWhile, type Shift } from '@platform/shift'
import { transaction } from '@platform/transaction'
import { colleaguesAfter, colleaguesBy, hidingDepartment } from '../identity/public'
import { notify, sendIfPermitted } from '../notice/public'
import { toldTitle } from './announcing'
import { type ArticleDocument, articles, readingIdOf, readings } from './store'

type Must = Pick<
  ArticleDocument,
  | '_id'
  | 'title'
  | 'audience'
  | 'publishAt'
  | 'askedAt'
  | 'mustReadBy'
  | 'remindingSince'
  | 'remindedTo'
  | 'remindingAt'
>

/** Of these colleagues whoever has not confirmed it, in their order. One request, none for nobody. */
async function unconfirmedAmong<T extends { employeeId: string }>(
  article: Pick<Must, '_id' | 'publishAt' | 'askedAt'>,
  people: readonly T[],
): Promise<T[]> {
  if (people.length === 0) return []
  const found = await readings.find({
    where: { _id: _.in(people.map(({ employeeId }) => readingIdOf(article._id, employeeId))) },
    limit: people.length,
    fields: ['employeeId', 'confirmed', 'confirmedAt'],
  })
  const confirmed = new Set(
    found.filter(reading => isConfirmed(reading, article)).map(({ employeeId }) => employeeId),
  )
  return people.filter(({ employeeId }) => !confirmed.has(employeeId))
}

/** Of one department; a larger one is looked at this far. */
const LISTED_MAX = 500

export const listUnconfirmed = handle(content.listUnconfirmed, async (_ctx, { articleId, department }) => {
  const article = await articles.require(articleId, 'CONTENT_ARTICLE_MISSING')
  const hiding = await hidingDepartment()
  const isApart = department === HIDDEN_DEPARTMENT
  const found = isApart ? await apart(hiding) : await colleaguesAfter({ department }, '', LISTED_MAX)
  const people = await unconfirmedAmong(
    article,
    found.filter(one => isAmong(article.audience, one) && hiding.has(one.employeeId) === isApart),
  )
  const isTelling = isApart && article.audience.kind === 'department'
  return {
    people: isTelling ? [] : people.map(({ employeeId, name }) => ({ employeeId, name })),
    unnamed: isTelling ? people.length : 0,
    more: isApart ? hiding.size > LISTED_MAX : found.length === LISTED_MAX,
  }
})

/** Those who don't show their department, by number. One request, none for nobody. */
async function apart(hiding: ReadonlySet<string>) {
  const ids = [...hiding].sort().slice(0, LISTED_MAX)
  const found = ids.length === 0 ? [] : await colleaguesBy(ids)
  return found.sort((a, b) => (a.employeeId < b.employeeId ? -1 : 1))
}

export const remindUnconfirmed = handle(content.remindUnconfirmed, ({ transaction: change, now }, input) => {
  const { articleId } = input
  return change(
    async tx => {
      const article = await articles.in(tx).require(articleId, 'CONTENT_ARTICLE_MISSING')
      refuse(!article.mustRead || !isOut(article, now), 'CONTENT_STEP_REFUSED')
      const { remindedAt } = article
      refuse(remindedAt !== undefined && dayOf(remindedAt) === dayOf(now), 'CONTENT_REMINDED_TODAY')
      const begun = { remindingSince: now, remindedTo: '', remindingAt: 0 }
      await articles.in(tx).update(articleId, { remindedAt: now, ...begun })
      return { remindedAt: now }
    },
    () => ({ subject: `${articles.name}/${articleId}`, before: {}, after: { reminded: true } }),
  )
})

const ARTICLES_AT_ONCE = 20
/** Colleagues who are looked at side by side. */
const BLOCK = 50

/** Reminds whoever has not confirmed what still must be read, block by block of employee numbers: what a shift does not reach waits for the next. */
export async function remindDue(_now: Instant, shift: Shift): Promise<number> {
  const due: Must[] = await articles.find({
    where: { remindingSince: _.gt(0), mustRead: true },
    orderBy: [['remindingSince', 'asc']],
    limit: ARTICLES_AT_ONCE,
    fields: [
      ...(['_id', 'title', 'audience', 'publishAt', 'askedAt', 'mustReadBy'] as const),
      ...(['remindingSince', 'remindedTo', 'remindingAt'] as const),
    ],
  })
  return eachWhile(shift, due, async article => {
    let from: Block | null = { after: article.remindedTo ?? '', at: article.remindingAt ?? 0 }
    while (from !== null && !shift.isOver()) from = await remindBlock(article, from, shift)
  })
}

/** The colleagues after one of them, and when they began to be reminded; 0: they have not. */
interface Block {
  after: string
  at: Instant
}

/**
 * A block is told at the time at which its turn came, so that nobody finds it below what came to them while others were
 * reminded; a run that goes on with a block keeps that time, by which it knows whom it has told.
 * @returns the next one; null: everybody knows, it was withdrawn, another run is at it, or this shift is over
 */
async function remindBlock(article: Must, { after, at }: Block, shift: Shift): Promise<Block | null> {
  const { _id, audience, remindingSince = 0 } = article
  const here = { _id, remindingSince, remindedTo: after }
  const begunAt = at || Date.now()
  if (at === 0 && (await articles.updateWhere({ ...here, remindingAt: 0 }, { remindingAt: begunAt })) === 0)
    return null
  const { kind, value } = audience
  const of = kind === 'all' ? {} : kind === 'city' ? { site: value } : { department: value }
  const block = await colleaguesAfter(of, after, BLOCK)
  const owing = await unconfirmedAmong(article, block)
  const told = await inBlocks(shift, owing, ({ employeeId }) => remind(article, employeeId, begunAt))
  if (told < owing.length) return null
  const last = block.length === BLOCK ? (block.at(-1)?.employeeId ?? null) : null
  const moved = await articles.updateWhere(
    here,
    last === null ? { remindingSince: 0 } : { remindedTo: last, remindingAt: 0 },
  )
  return moved === 0 || last === null ? null : { after: last, at: 0 }
}

const saidBy = (on: string | null) =>
  on === null
    ? '读到文末点一下就好。'
    : `${Number(on.slice(5, 7))} 月 ${Number(on.slice(8))} 日前读到文末点一下。`

/** The notice's id is of the reminder and the person, so that a run that died and the next one don't tell somebody twice. */
async function remind(article: Must, employeeId: string, at: Instant): Promise<void> {
  const { _id, title, mustReadBy } = article
  const body = saidBy(mustReadBy)
  const noticeId = idFor({ id: `content/${_id}/${employeeId}`, receivedAt: at }, 'reminder')
  const target = { kind: 'article' as const, id: _id }
  try {
    const words = { kind: 'service' as const, title: `「${title}」还等你确认读过`, body }
    await transaction(tx => notify(tx, { _id: noticeId, employeeId, ...words, at, target }))
  } catch (error) {
    if (isDuplicate(error)) return
    throw error
  }
  await sendIfPermitted({
    employeeId,
    template: 'articleOut',
    page: `rooms/content/pages/article/index?articleId=${_id}`,
    values: [
      toldTitle({ title, mustRead: true }),
      inChina(article.publishAt).format('YYYY-MM-DD HH:mm'),
      body,
    ],
  })
}
