import { DAY_MS, type Instant } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { receiveVerdict, verdictsOn } from '../forum/public'
import { photos, pictures } from './store'

/** What one run looks at; the next one goes on. */
const PHOTOS_MAX = 100
/** WeChat answers within half an hour; what it has not looked at for a day is taken down. */
const CHECK_MS_MAX = DAY_MS

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
  const forgotten = await kept.removeWhere({ state: 'checking', at: _.lt(now - CHECK_MS_MAX) })
  const checking = await kept.find({
    where: { state: 'checking' },
    orderBy: [['at', 'asc']],
    limit: PHOTOS_MAX,
    fields: ['_id', 'traceId'],
  })
  if (checking.length === 0) return { passed: 0, takenDown: forgotten }
  const verdicts = await verdictsOn(checking.map(({ traceId }) => traceId))
  const idsOf = (state: 'passed' | 'blocked') =>
    checking.filter(({ traceId }) => verdicts.get(traceId) === state).map(({ _id }) => _id)
  const [passed, blocked] = [idsOf('passed'), idsOf('blocked')]
  if (passed.length > 0) await kept.updateWhere({ _id: _.in(passed) }, { state: 'passed' })
  if (blocked.length > 0) await kept.removeWhere({ _id: _.in(blocked) })
  return { passed: passed.length, takenDown: forgotten + blocked.length }
}

/**
 * WeChat's event `wxa_media_check`, which reaches one function of the environment: whichever it is, the verdict is
 * written where the forum keeps all of them.
 */
export async function receivePhotoVerdict(event: Record<string, unknown>): Promise<{ passed: number }> {
  await receiveVerdict(event)
  const { passed } = await settlePhotos(Date.now())
  return { passed }
}
