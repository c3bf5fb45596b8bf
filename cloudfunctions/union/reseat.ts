import { ROLES_KEPT_BY } from '@domain/access/roles'
import { type Approval, openApprovers } from '@domain/approval/flow'
import { reseated, stranded } from '@domain/approval/seats'
import { type Instant, MINUTE_MS } from '@domain/kernel/time'
import { APPROVERS_MAX } from '@domain/union/foundingFlow'
import { _ } from '@platform/cloud'
import { eachWhile, type Shift } from '@platform/shift'
import { type Transaction, transaction } from '@platform/transaction'
import { ulid } from 'ulid'
import { holdersOf, leaversAmong } from '../identity/public'
import { settleTodos } from '../notice/public'
import { tellAsker, tellDeciders, tellStranded } from './approvalNotices'
import { decidersAt, hearingOf } from './deciders'
import { eventOwners } from './eventOwners'
import { foundAssociation } from './foundAssociation'
import { isNameTaken } from './foundingName'
import { following } from './foundingTurn'
import { lapseChange, lapseEvent } from './lapseEvent'
import { eventMatter, foundingMatter, type Matter } from './matters'
import { settle } from './messages'
import { associations, type EventDocument, events, type FoundingDocument, foundings } from './store'

/** How often it is looked at who may decide what runs: whoever has left holds nothing up for longer. */
const SEATED_MS = 10 * MINUTE_MS
/** What one run looks at of each kind; the next one goes on. */
const DOCUMENTS_MAX = 50

/**
 * Seats the running approvals anew: whoever has left the company or lost the role drops out, whoever was given it comes
 * in, and where nobody is left that is said once.
 * @returns how many changed hands
 */
export async function reseat(now: Instant, shift: Shift): Promise<number> {
  const due = {
    where: { seatedAt: _.lte(now - SEATED_MS) },
    orderBy: [['seatedAt', 'asc']] as const,
    limit: DOCUMENTS_MAX,
  }
  const [running, proposed] = await Promise.all([foundings.find(due), events.find(due)])
  let changed = 0
  // What a leaver has asked to found is taken back: see `partFromLeavers`.
  const left = await leaversAmong(running.map(({ applicant }) => applicant.employeeId))
  const stays = running.filter(({ applicant }) => !left.has(applicant.employeeId))
  await eachWhile(shift, stays, async founding => {
    if (await reseatFounding(founding, now)) changed += 1
  })
  await eachWhile(shift, proposed, async event => {
    if (await reseatEvent(event, now)) changed += 1
  })
  return changed
}

/** An approval as it stood when it was read, as it should stand, and who hears of it. */
interface Seating {
  read: Approval
  after: Approval
  told: readonly string[]
  keepers: readonly string[]
}

async function seatingOf(read: Approval, now: Instant): Promise<Seating> {
  const [seats, next] = await Promise.all([decidersAt(read, read.at), decidersAt(read, read.at + 1)])
  const after = reseated(read, seats, next, now)
  const before = after.at === read.at ? openApprovers(read) : []
  const come = openApprovers(after).filter(id => !before.includes(id))
  const told = await hearingOf(after, come, now)
  const keepers = stranded(after) ? ((await holdersOf([ROLES_KEPT_BY]))[ROLES_KEPT_BY] ?? []) : []
  return { read, after, told, keepers: keepers.slice(0, APPROVERS_MAX) }
}

/** Somebody decided, or took it back, since it was read: the next run looks again. */
function isOutrun(approval: Approval, { read }: Seating): boolean {
  const { state, at, decisions } = approval
  return state !== 'running' || at !== read.at || decisions.length !== read.decisions.length
}

function isAsBefore({ read, after }: Seating): boolean {
  return after.at === read.at && after.approverIds.join() === read.approverIds.join()
}

const writerAt = (now: Instant) => ({ now, newId: () => ulid(now) })

/**
 * Who was asked for somebody who decides has nothing left to do once there is one. Before that is written, so that
 * whoever dies in between does it again. One request, none where nobody was asked.
 */
async function settleAsked(
  { _id, stranded: wasStranded }: Pick<FoundingDocument, '_id' | 'stranded'>,
  { after }: Seating,
  now: Instant,
): Promise<void> {
  if (wasStranded === true && !stranded(after))
    await settleTodos({ target: 'roles', ids: [_id], becomes: 'union', until: now })
}

async function reseatFounding(found: FoundingDocument, now: Instant): Promise<boolean> {
  const { _id, approval, name } = found
  const seating = await foundingSeating(approval, name, now)
  await settleAsked(found, seating, now)
  const changed = await transaction(async tx => {
    const before = await foundings.in(tx).get(_id)
    if (!before || isOutrun(before.approval, seating)) return false
    const isOver = seating.after.state !== 'running'
    const founding = { ...before, ...seen(before, seating, now), decidedAt: isOver ? now : null }
    await foundings.in(tx).put(founding)
    await tell(tx, foundingMatter(founding), before, seating, now)
    await ended(tx, founding, now)
    return !isAsBefore(seating)
  })
  // Of several who decide together, each has what is theirs to do until all have.
  const { read, after } = seating
  if (changed && (after.state !== 'running' || after.at !== read.at)) await settle('founding', [_id], now - 1)
  return changed
}

/** Two may have asked for one name; the chair who decides looks whether it is free, and so does the clock in their place. */
async function foundingSeating(approval: Approval, name: string, now: Instant): Promise<Seating> {
  const seating = await seatingOf(approval, now)
  const { read, after } = seating
  if (after.state !== 'approved' || !(await isNameTaken(name))) return seating
  return { ...seating, after: { ...after, state: 'refused', at: read.at } }
}

const NAME_TAKEN = '已经有协会叫这个名字了，换个名字可以再申请。'

/** Everybody who is left has agreed: the last who did had the last word, unless the name is another's by now. */
async function ended(tx: Transaction, founding: FoundingDocument, now: Instant): Promise<void> {
  const { approval, applicant } = founding
  if (approval.state === 'running') return
  const by = approval.decisions.at(-1)?.by ?? applicant
  const isApproved = approval.state === 'approved'
  if (isApproved) await foundAssociation(tx, founding, { by, now })
  const reason = isApproved ? null : NAME_TAKEN
  await tellAsker(tx, writerAt(now), foundingMatter(founding), { isApproved, reason, by: by.name })
}

async function reseatEvent(found: EventDocument, now: Instant): Promise<boolean> {
  const { _id, approval, host, associationId } = found
  const association = await associations.get(associationId)
  if (!approval || !association) return false
  // The office may have gone on since it was asked for.
  const seating = await seatingOf({ ...approval, ownerIds: eventOwners(host.employeeId, association) }, now)
  await settleAsked(found, seating, now)
  const outcome = await transaction(async tx => {
    const before = await events.in(tx).get(_id)
    if (!before?.approval || isOutrun(before.approval, seating)) return 'asBefore'
    if (before.startsAt <= now) return lapse(tx, before, before.approval, now)
    const event = { ...before, ...seen(before, seating, now) }
    await events.in(tx).put(event)
    await tell(tx, eventMatter(event), before, seating, now)
    return isAsBefore(seating) ? 'asBefore' : 'changed'
  })
  if (outcome === 'lapsed') await settle('event', [_id], now)
  return outcome !== 'asBefore'
}

/** What nobody has agreed to in time is not changed any more, or does not take place. */
async function lapse(
  tx: Transaction,
  event: EventDocument,
  approval: Approval,
  now: Instant,
): Promise<'lapsed'> {
  if (event.change) await lapseChange(tx, event, now)
  else await lapseEvent(tx, event, approval, now)
  return 'lapsed'
}

/** What of the document follows. Whom it waits for is reminded as before, unless the next node has begun. */
function seen({ remindAt }: { remindAt: Instant | null }, { read, after }: Seating, now: Instant) {
  const follows = { ...following(after, now), stranded: stranded(after) }
  const isOver = after.state !== 'running'
  return {
    ...follows,
    remindAt: after.at === read.at ? remindAt : follows.remindAt,
    seatedAt: isOver ? null : now,
  }
}

async function tell(
  tx: Transaction,
  matter: Matter,
  before: { stranded?: boolean },
  { after, told, keepers }: Seating,
  now: Instant,
): Promise<void> {
  await tellDeciders(tx, writerAt(now), matter, { told })
  const level = after.nodes[after.at]?.title ?? ''
  if (stranded(after) && before.stranded !== true)
    await tellStranded(tx, writerAt(now), matter, { level, keepers })
}
