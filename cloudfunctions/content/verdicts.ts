import { refusedPlaces } from '@domain/content/refused'
import type { Instant } from '@domain/kernel/time'
import { eachWhile, type Shift } from '@platform/shift'
import { transaction } from '@platform/transaction'
import { ulid } from 'ulid'
import { type Dropped, dropPictures, receiveVerdict, removeDropped, verdictsOn } from '../forum/public'
import { peopleWith } from '../identity/public'
import { notify } from '../notice/public'
import { type ArticleDocument, articles, type StoredFile } from './store'

const AT_ONCE = 50

/**
 * WeChat's event `wxa_media_check`, which reaches one function of the environment: whichever it is, the verdict is
 * written down by the forum, and each room's timer finds it.
 */
export function receiveArticleVerdict(event: Record<string, unknown>): Promise<{ settled: boolean }> {
  return receiveVerdict(event)
}

/** Files with what WeChat has said of them since; a verdict that came stays. One request, none where all are known. */
export async function withVerdicts(files: readonly StoredFile[]): Promise<StoredFile[]> {
  const open = files.filter(({ state }) => state === 'checking').map(({ traceId }) => traceId)
  if (open.length === 0) return [...files]
  const said = await verdictsOn(open)
  return files.map(file => ({ ...file, state: said.get(file.traceId) ?? file.state }))
}

/**
 * Writes verdicts down where the forum would forget them after a day, takes what is refused out of storage, and tells the
 * writer and the chief editors of it once it is out; a timer calls it.
 */
export async function settleFiles(now: Instant, shift: Shift): Promise<number> {
  const waiting = await articles.find({
    where: { 'files.state': 'checking' },
    orderBy: [['_id', 'desc']],
    limit: AT_ONCE,
    fields: ['_id', 'files', 'version'],
  })
  return eachWhile(shift, waiting, one => settle(one, now))
}

/** What is out is mended by a new version; what only waits for its time has none. */
const wayOut = { published: '改一版换上别的，或者撤下来。', scheduled: '撤下来换一张再发。' }

/** On the condition that it is as it was read: a save in between has files of its own, and is looked at the next time. */
async function settle({ _id, files: before, version }: ArticleDocument, now: Instant): Promise<void> {
  const files = await withVerdicts(before)
  if (files.every(({ state }, index) => state === before[index]?.state)) return
  const known = refusedOf({ files: before })
  const fresh = refusedOf({ files }).filter(fileId => !known.includes(fileId))
  const chiefs = fresh.length === 0 ? [] : await peopleWith('chiefEditor')
  const removed: { gone: Dropped } = { gone: null }
  await transaction(async tx => {
    removed.gone = null
    const article = await articles.in(tx).get(_id)
    if (article?.version !== version) return
    removed.gone = await dropPictures(
      tx,
      fresh.map(fileId => ({ fileId })),
      now,
    )
    await articles.in(tx).update(_id, { files, coverRefused: isCoverRefused({ ...article, files }) })
    const places = refusedPlaces(article, fresh)
    const { state, title, writer } = article
    if ((state !== 'published' && state !== 'scheduled') || places.length === 0) return
    for (const employeeId of new Set([writer.employeeId, ...chiefs.map(one => one.employeeId)]))
      await notify(tx, {
        _id: ulid(now),
        employeeId,
        kind: 'todo',
        title: `「${title}」有图没有通过微信的检查`,
        body: `${places.join('、')}，同事已经看不到了。${wayOut[state]}`,
        at: now,
        target: { kind: 'draft', id: _id },
      })
  })
  await removeDropped(removed.gone)
}

/** The files that WeChat has refused. */
export const refusedOf = ({ files }: Pick<ArticleDocument, 'files'>): string[] =>
  files.filter(({ state }) => state === 'blocked').map(({ fileId }) => fileId)

export const isCoverRefused = (article: Pick<ArticleDocument, 'files' | 'coverId'>): boolean =>
  article.coverId !== null && refusedOf(article).includes(article.coverId)
