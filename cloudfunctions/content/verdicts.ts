import type { Instant } from '@domain/kernel/time'
import { eachWhile, type Shift } from '@platform/shift'
import { receiveVerdict, verdictsOn } from '../forum/public'
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

/** Writes verdicts down where the forum would forget them after a day; a timer calls it. */
export async function settleFiles(_now: Instant, shift: Shift): Promise<number> {
  const waiting = await articles.find({
    where: { 'files.state': 'checking' },
    orderBy: [['_id', 'desc']],
    limit: AT_ONCE,
    fields: ['_id', 'files', 'version'],
  })
  return eachWhile(shift, waiting, settle)
}

/** On the condition that it is as it was read: a save in between has files of its own, and is looked at the next time. */
async function settle({ _id, files, version }: ArticleDocument): Promise<void> {
  const settled = await withVerdicts(files)
  const isNews = settled.some(({ state }, index) => state !== files[index]?.state)
  if (isNews) await articles.updateWhere({ _id, version }, { files: settled })
}
