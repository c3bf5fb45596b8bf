import type { DecidedMatter } from '@domain/access/decisionsContract'
import { sayWhoseCorrected } from '@domain/identity/correction'
import type { Instant } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { type CorrectionDocument, corrections, type RebindDocument, rebinds } from './store'

/** What was decided up to a moment, the newest first; or all that some people had asked for. */
export interface DecidedWish {
  until: Instant
  limit: number
  people: readonly string[] | null
}

type Asked = Pick<RebindDocument, '_id' | 'applicant' | 'askedAt' | 'state' | 'decision'>

/** The whole of what some people asked for is short, and needs no order of its own. */
const whereOf = ({ until, people }: DecidedWish) =>
  people ? { employeeId: _.in([...people]) } : { 'decision.at': _.lte(until) }
const NEWEST = [['decision.at', 'desc']] as const
const orderOf = ({ people }: DecidedWish) => (people ? [] : NEWEST)

function matterOf(
  kind: DecidedMatter['kind'],
  title: string,
  { _id, applicant, askedAt, state, decision }: Asked,
): DecidedMatter[] {
  if (!decision) return []
  const { by: byId, at: decidedAt, reason } = decision
  const isAgreed = state === 'approved'
  return [{ kind, id: _id, person: applicant, title, isAgreed, byId, reason, askedAt, decidedAt }]
}

/** Re-bindings that were decided. One request. */
export async function decidedRebinds(wish: DecidedWish): Promise<DecidedMatter[]> {
  const found = await rebinds.find({ where: whereOf(wish), orderBy: orderOf(wish), limit: wish.limit })
  return found.flatMap((one: RebindDocument) => matterOf('rebind', '换绑', one))
}

/** Corrections that were decided. One request. */
export async function decidedCorrections(wish: DecidedWish): Promise<DecidedMatter[]> {
  const found = await corrections.find({ where: whereOf(wish), orderBy: orderOf(wish), limit: wish.limit })
  return found.flatMap((one: CorrectionDocument) =>
    matterOf('correction', sayWhoseCorrected(one.applicant.name, one.fields), one),
  )
}
