import type { KindShown, RulesView, SlotShown } from '@domain/booking/centreViews'
import type { booking } from '@domain/booking/contract'
import type { InputOf } from '@domain/kernel/contract'
import type { PartProblem } from '@/ui/field/At'
import { slotFor } from './slotWords'

/** What is chosen and filled in so far. */
export interface VisitDraft {
  /** The day looked at; empty: the first with seats left. */
  on: string
  /** 0: no time chosen. */
  startsAt: number
  party: number
  /** Names of those who come along, by place. */
  guests: readonly string[]
  note: string
  /** What the kind asks for and is agreed to. */
  agreed: readonly string[]
}

type Asks = Pick<KindShown, 'promises'>

export const emptyVisit: VisitDraft = { on: '', startsAt: 0, party: 1, guests: [], note: '', agreed: [] }

/** A party that the centre takes, also when the draft is from a time of other rules. */
export const partyOf = ({ party }: VisitDraft, { partyMax }: Pick<RulesView, 'partyMax'>) =>
  Math.max(1, Math.min(party, partyMax))

/** The draft's guests with one of them called otherwise. */
export function withGuest({ guests }: VisitDraft, index: number, name: string): string[] {
  const length = Math.max(guests.length, index + 1)
  return Array.from({ length }, (_, at) => (at === index ? name : (guests[at] ?? '')))
}

/** The first thing that keeps the visit from being booked; undefined: nothing. */
export function visitProblem(
  draft: VisitDraft,
  rules: Pick<RulesView, 'partyMax'>,
  slot: SlotShown | undefined,
  { promises }: Asks,
): PartProblem | undefined {
  const party = partyOf(draft, rules)
  if (!slot || slotFor(slot, party) === 'none') return { at: 'startsAt', words: '选一个时段' }
  const missing = Array.from({ length: party - 1 }, (_, at) => (draft.guests[at] ?? '').trim()).indexOf('')
  if (missing >= 0) return { at: guestPath(missing), words: `第 ${missing + 1} 位同行还没写怎么称呼` }
  const words = promiseProblem(draft, promises)
  return words === undefined ? undefined : { at: PROMISES, words }
}

/** Where the form asks how somebody is called who comes along, and what has to be agreed to. */
export const guestPath = (index: number) => `guests.${index}`
export const PROMISES = 'agreed'

function promiseProblem(
  { agreed }: Pick<VisitDraft, 'agreed'>,
  promises: readonly string[],
): string | undefined {
  const open = promises.find(promise => !agreed.includes(promise))
  return open === undefined ? undefined : `还没勾上：${open}`
}

/** What a kind has come to ask for since somebody booked it. */
export function newPromises({ promises }: Asks, booked: { agreed: readonly string[] }): string[] {
  return promises.filter(promise => !booked.agreed.includes(promise))
}

/** The first thing that keeps a visit from being moved; undefined: nothing. @param promises see `newPromises` */
export function movingProblem(
  draft: Pick<VisitDraft, 'agreed'>,
  { partyMax }: Pick<RulesView, 'partyMax'>,
  { party }: { party: number },
  promises: readonly string[],
): string | undefined {
  if (party > partyMax) return `现在一个预约最多 ${partyMax} 位，改不了时间，约好的照旧`
  return promiseProblem(draft, promises)
}

/** The command's input. Only for a draft without a problem. */
export function toVisit(
  centreId: string,
  draft: VisitDraft,
  rules: Pick<RulesView, 'partyMax'>,
  { kindId, promises }: Asks & Pick<KindShown, 'kindId'>,
): InputOf<typeof booking.bookVisit> {
  const party = partyOf(draft, rules)
  return {
    centreId,
    kindId,
    startsAt: draft.startsAt,
    party,
    guests: Array.from({ length: party - 1 }, (_, at) => (draft.guests[at] ?? '').trim()),
    note: draft.note.trim(),
    agreed: [...promises],
  }
}
