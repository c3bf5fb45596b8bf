import { blockerWords } from '@domain/identity/ownData'
import { DAY_MS, type Instant } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { type Leaving, newPseudonym } from '@platform/ownData'
import { idFor, keepAudit } from '@platform/receipts'
import { eachWhile, type Shift } from '@platform/shift'
import { removeFiles } from '@platform/storage'
import { transaction } from '@platform/transaction'
import { forget as inBooking } from '../booking/public'
import { forget as inCareers } from '../careers/public'
import { forget as inCoin } from '../coin/public'
import { forget as inContent } from '../content/public'
import { forget as inForum } from '../forum/public'
import { forget as inGrowth } from '../growth/public'
import { forget as inKnowledge } from '../knowledge/public'
import { forget as inLive } from '../live/public'
import { forget as inMall } from '../mall/public'
import { forget as inNotice, notify } from '../notice/public'
import { forget as inService } from '../selfservice/public'
import { forget as inStats } from '../stats/public'
import { forget as inUnion } from '../union/deletion/public'
import { endBorrowing } from './borrowing'
import { type Blocker, blockersOf } from './deletions'
import { endLending } from './lending'
import {
  corrections,
  type DeletionDocument,
  deletions,
  discretions,
  employees,
  memberSubject,
  packages,
  rebinds,
  unboundOpenid,
} from './store'

/*
 * A deletion that is due goes through the rooms in this order. The WeChat account is unbound first, so that nothing new
 * is written; the coins come after the other rooms, which still name what earned them, and the figures after the coins,
 * of which they are counted. Each step may be cut off at any request and begun again: what it has changed, it does not
 * find any more. What follows from one of them to the next is only the number of those that are done.
 */
type Step = (leaving: Leaving, shift: Shift) => Promise<boolean>

const steps: readonly Step[] = [
  unbind,
  inNotice,
  inGrowth,
  inUnion,
  inBooking,
  inMall,
  inKnowledge,
  inService,
  inCareers,
  inContent,
  inLive,
  inForum,
  inCoin,
  inStats,
  close,
]

const AT_ONCE_MAX = 20

/** Carries on the deletions that are due; a timer calls it. */
export async function clearDue(now: Instant, shift: Shift): Promise<number> {
  const due = await deletions.find({
    where: { dueAt: _.lte(now) },
    orderBy: [['dueAt', 'asc']],
    limit: AT_ONCE_MAX,
  })
  let done = 0
  await eachWhile(shift, due, async deletion => {
    if (await clearOne(deletion, now, shift)) done += 1
  })
  return done
}

async function clearOne(deletion: DeletionDocument, now: Instant, shift: Shift): Promise<boolean> {
  const pseudonym = deletion.pseudonym ?? (await begin(deletion, now))
  if (pseudonym === null) return false
  const { name } = await employees.require(deletion._id, 'ACCESS_COLLEAGUE_MISSING')
  const leaving = { employeeId: deletion._id, name, pseudonym, words: deletion.words, at: now }
  for (const [place, step] of steps.entries()) {
    if (place < deletion.done) continue
    if (shift.isOver() || !(await step(leaving, shift))) return false
    await deletions.updateWhere({ _id: deletion._id }, { done: place + 1 })
  }
  return true
}

/**
 * From here on there is no way back. Whoever has begun something in the seven days that is still open keeps everything
 * for another day.
 * @returns what stands for the person from now on; null: not yet
 */
async function begin({ _id, dueAt }: DeletionDocument, now: Instant): Promise<string | null> {
  const employee = await employees.require(_id, 'ACCESS_COLLEAGUE_MISSING')
  const blockers = await blockersOf({ id: _id, grants: employee.grants }, now)
  if (blockers.length > 0) {
    await putOff({ _id, dueAt }, blockers, now)
    return null
  }
  const pseudonym = newPseudonym()
  return transaction(async tx => {
    const asked = await deletions.in(tx).get(_id)
    // It was withdrawn, or another execution has begun.
    if (!asked || asked.pseudonym !== null) return asked?.pseudonym ?? null
    await deletions.in(tx).update(_id, { pseudonym })
    await keepAudit(tx, `deletion.${_id}.${asked.askedAt}`, now, {
      by: _id,
      subject: memberSubject(_id),
      before: { askedAt: asked.askedAt, words: asked.words },
      after: { deleted: true },
    })
    return pseudonym
  })
}

/** Whoever has something open learns what, once each time. */
function putOff(
  { _id, dueAt }: Pick<DeletionDocument, '_id' | 'dueAt'>,
  blockers: readonly Blocker[],
  now: Instant,
): Promise<void> {
  const open = blockers.map(({ kind, count }) => `${count} ${blockerWords[kind]}`)
  return transaction(async tx => {
    const asked = await deletions.in(tx).get(_id)
    if (asked?.dueAt !== dueAt || asked.pseudonym !== null) return
    await deletions.in(tx).update(_id, { dueAt: now + DAY_MS })
    await notify(tx, {
      _id: idFor({ id: `deletion.${_id}.${dueAt}`, receivedAt: now }, 'notice'),
      employeeId: _id,
      kind: 'account',
      title: '注销推迟了一天',
      body: `还有 ${open.join('；')}。办完后自动继续，不想注销了可以在「我的数据」里撤回。`,
      at: now,
      target: null,
    })
  })
}

/**
 * The roster keeps that there is such an employee; whoever uses WeChat as them is a stranger from now on, and a request to
 * bind another account goes before anybody grants it.
 */
async function unbind({ employeeId, at }: Leaving): Promise<boolean> {
  await transaction(tx => endLending(tx, employeeId))
  const known = await employees.get(employeeId)
  if (known) await endBorrowing(known, { by: employeeId, at })
  if (known?.avatar && !(await removeFiles([known.avatar.fileId]))) return false
  await discretions.removeWhere({ _id: employeeId })
  await employees.updateWhere(
    { _id: employeeId },
    {
      openid: unboundOpenid(employeeId),
      boundAt: null,
      firstBoundAt: null,
      agreedPrivacyVersion: null,
      seenOn: null,
      grants: [],
      lending: null,
      pendingRebinds: [],
      pendingCorrectionId: null,
      mutedUntil: null,
      avatar: null,
      clearing: true,
    },
  )
  await rebinds.removeWhere({ employeeId })
  await corrections.removeWhere({ employeeId })
  return true
}

/** The last one: from here on the same number may be registered anew. */
async function close({ employeeId }: Leaving): Promise<boolean> {
  const asked = await packages.get(employeeId)
  if (asked?.fileId && !(await removeFiles([asked.fileId]))) return false
  await packages.removeWhere({ _id: employeeId })
  await transaction(async tx => {
    await employees.in(tx).update(employeeId, { clearing: false })
    await deletions.in(tx).remove(employeeId)
  })
  return true
}
