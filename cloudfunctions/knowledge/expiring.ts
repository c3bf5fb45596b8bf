import { dayOf, type Instant } from '@domain/kernel/time'
import { sayLeft, warnedUntil } from '@domain/knowledge/document'
import { _ } from '@platform/cloud'
import { idFor } from '@platform/receipts'
import { eachWhile, type Shift } from '@platform/shift'
import { transaction } from '@platform/transaction'
import { colleaguesBy, holdersOf } from '../identity/public'
import { notify } from '../notice/public'
import { type PaperDocument, papers } from './store'

/** As many as one read returns: more than end within a month. */
const ENDING_MAX = 1_000

/** Hides what has ended: each by one update that looks again, so that an end put off meanwhile holds. */
export async function hideEnded(now: Instant): Promise<number> {
  return papers.updateWhere(
    { state: 'live', expiresOn: _.gt('').and(_.lt(dayOf(now))) },
    { state: 'expired', version: _.inc(1) },
  )
}

/** Tells owners thirty days ahead, once for each end; of what nobody owns any more, the editors. */
export async function warnOwners(now: Instant, shift: Shift): Promise<number> {
  const ending = await papers.find({
    where: { state: 'live', expiresOn: _.gt('').and(_.lte(warnedUntil(now))) },
    orderBy: [['expiresOn', 'asc']],
    limit: ENDING_MAX,
    fields: ['_id', 'expiresOn', 'warnedOf', 'owner'],
  })
  // Those that were said stay among them until they end, and keep none of the others from its turn.
  const unsaid = ending.filter(({ expiresOn, warnedOf }) => warnedOf !== expiresOn)
  let told = 0
  await eachWhile(shift, unsaid, async paper => {
    told += (await warn(paper, await hearingOf(paper), now)) ? 1 : 0
  })
  return told
}

type Ending = Pick<PaperDocument, '_id' | 'expiresOn' | 'owner'>

interface Hearing {
  employeeIds: readonly string[]
  isOwned: boolean
}

/** One request, two where the owner has left. */
async function hearingOf({ owner }: Ending): Promise<Hearing> {
  const there = await colleaguesBy([owner.employeeId])
  if (there.length > 0) return { employeeIds: [owner.employeeId], isOwned: true }
  return { employeeIds: (await holdersOf(['editor'])).editor ?? [], isOwned: false }
}

/** @returns whether it had to be said: another run, or another end, may have come first */
function warn({ _id, expiresOn }: Ending, { employeeIds, isOwned }: Hearing, now: Instant): Promise<boolean> {
  // Somebody may be appointed tomorrow.
  if (employeeIds.length === 0) return Promise.resolve(false)
  return transaction(async tx => {
    const paper = await papers.in(tx).get(_id)
    if (!paper || paper.expiresOn !== expiresOn || expiresOn === null) return false
    if (paper.state !== 'live' || paper.warnedOf === expiresOn) return false
    await papers.in(tx).update(_id, { warnedOf: expiresOn })
    for (const employeeId of employeeIds)
      await notify(tx, {
        _id: idFor({ id: `${_id}.${expiresOn}.${employeeId}`, receivedAt: now }, 'notice'),
        employeeId,
        kind: 'knowledge',
        title: `「${paper.title}」的有效期${sayLeft(expiresOn, now)}`,
        body: isOwned
          ? '到期后同事就看不到了。要继续用，请知识库编辑换上新的有效期或新版本。'
          : '负责人已经不在公司了。要继续用，请换上新的负责人和有效期。',
        at: now,
        target: { kind: 'document', id: _id },
      })
    return true
  })
}
