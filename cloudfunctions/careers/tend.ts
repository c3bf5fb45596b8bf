import { candidateStates, isLive } from '@domain/careers/candidate'
import type { Instant } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { removeExpiredFiles } from '@platform/handedFiles'
import { eachWhile, keepHouse, type Shift } from '@platform/shift'
import { type Transaction, transaction } from '@platform/transaction'
import { ulid } from 'ulid'
import { tellOwner } from './messages'
import { dropResume } from './resumes'
import { afterStep, erased } from './steps'
import { type CandidateDocument, candidates, claims, exported, positions } from './store'

const AT_ONCE = 100
/** What counts as recommended: an index leads to these, where it would read all to leave out one. */
const STANDING = candidateStates.filter(state => state !== 'withdrawn')

/** Everything that time does here. */
export function tend(now: Instant) {
  const jobs = {
    erased: eraseDue,
    released: releaseClaims,
    counted: countReferrals,
    removed: (at: Instant, shift: Shift) => removeExpiredFiles(exported, at, shift),
  }
  return keepHouse('careers', jobs, now)
}

/** Clears what candidates told once its time is over; who is still under way then is let go. */
async function eraseDue(now: Instant, shift: Shift): Promise<number> {
  const due = await candidates.find({
    where: { eraseAt: _.gt(0).and(_.lte(now)) },
    orderBy: [['eraseAt', 'asc']],
    limit: AT_ONCE,
  })
  return eachWhile(shift, due, ({ _id }) => eraseOne(_id, now))
}

function eraseOne(candidateId: string, now: Instant): Promise<void> {
  return transaction(async tx => {
    const candidate = await candidates.in(tx).get(candidateId)
    if (!candidate || candidate.eraseAt === null || candidate.eraseAt > now) return
    if (isLive(candidate.state)) await lapse(tx, candidate, now)
    else await candidates.in(tx).update(candidateId, erased)
    await dropResume(tx, candidate, erased, now)
  })
}

/** Lets go of whom nobody carried on with, and tells whoever recommended or applied. */
async function lapse(tx: Transaction, candidate: CandidateDocument, now: Instant): Promise<void> {
  const action = 'lapse'
  const stepped = afterStep(candidate, { action, actor: 'clock', by: '到期', at: now })
  await candidates.in(tx).update(candidate._id, { ...stepped, ...erased })
  await tellOwner(tx, { now, newId: () => ulid(now) }, candidate, { state: stepped.state, action })
}

/** Friends whom nobody holds any more. */
function releaseClaims(now: Instant): Promise<number> {
  return claims.removeWhere({ until: _.lte(now) })
}

/**
 * Counts again what was recommended or taken back since: a count of what is there, so that it is exact however often a
 * run dies, and no position is a hot document.
 */
async function countReferrals(now: Instant, shift: Shift): Promise<number> {
  const fresh = await candidates.find({
    where: { uncountedSince: _.gt(0).and(_.lte(now)) },
    orderBy: [['uncountedSince', 'asc']],
    limit: AT_ONCE,
    fields: ['_id', 'positionId'],
  })
  const ids = [...new Set(fresh.map(({ positionId }) => positionId))]
  return eachWhile(shift, ids, async positionId => {
    const referrals = await candidates.count({ positionId, kind: 'referral', state: _.in(STANDING) })
    await positions.updateWhere({ _id: positionId }, { referrals })
    const counted = fresh.filter(one => one.positionId === positionId).map(({ _id }) => _id)
    await candidates.updateWhere({ _id: _.in(counted), uncountedSince: _.lte(now) }, { uncountedSince: 0 })
  })
}
