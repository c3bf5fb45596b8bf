import type { Instant } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { removeFiles } from '@platform/storage'
import { receiveVerdict, verdictIn, verdictsOn } from '../forum/public'
import { photos, pictures } from './store'

/** As many as one read can return: those without a verdict yet keep nobody behind them waiting. */
const PHOTOS_MAX = 1_000

interface Settled {
  passed: number
  takenDown: number
}

/** Shows the pictures that WeChat has passed, on walls and in words, and takes the others down; a timer calls it. */
export async function settlePhotos(now: Instant): Promise<Settled> {
  const both = await Promise.all([photos, pictures].map(kept => settle(kept as typeof pictures, now)))
  return {
    passed: both.reduce((sum, { passed }) => sum + passed, 0),
    takenDown: both.reduce((sum, { takenDown }) => sum + takenDown, 0),
  }
}

async function settle(kept: typeof pictures, now: Instant): Promise<Settled> {
  const checking = await kept.find({
    where: { state: 'checking' },
    orderBy: [['at', 'asc']],
    limit: PHOTOS_MAX,
    fields: ['_id', 'traceId', 'fileId', 'at'],
  })
  if (checking.length === 0) return { passed: 0, takenDown: 0 }
  const verdicts = await verdictsOn(checking.map(({ traceId }) => traceId))
  const judgedAs = (verdict: 'passed' | 'blocked') =>
    checking.filter(({ traceId, at }) => verdictIn(verdicts, traceId, now - at) === verdict)
  const [passed, gone] = [judgedAs('passed'), judgedAs('blocked')]
  if (passed.length > 0) await kept.updateWhere(withIds(passed), { state: 'passed' })
  // Nobody sees what is not passed: it may wait for storage.
  if (gone.length === 0 || !(await removeFiles(gone.map(({ fileId }) => fileId))))
    return { passed: passed.length, takenDown: 0 }
  await kept.removeWhere(withIds(gone))
  return { passed: passed.length, takenDown: gone.length }
}

const withIds = (documents: readonly { _id: string }[]) => ({ _id: _.in(documents.map(({ _id }) => _id)) })

/**
 * WeChat's event `wxa_media_check`, which reaches one function of the environment: whichever it is, the verdict is
 * written where the forum keeps all of them.
 */
export async function receivePhotoVerdict(event: Record<string, unknown>): Promise<{ passed: number }> {
  await receiveVerdict(event)
  const { passed } = await settlePhotos(Date.now())
  return { passed }
}
