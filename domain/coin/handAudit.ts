import { monthOf } from '../kernel/time'
import { sumOf, type Worth } from './earning'
import { type Entry, entryId, posted } from './entry'
import { type Difference, differs } from './findings'
import { isTooMuchAlone } from './hand'
import { HAND_ACCOUNT } from './reasons'

/**
 * Judges what was moved by hand, and counts into `alone` what one person moved without a second: by whom it may be, which
 * way it goes, and that two agreed where it takes two.
 */
export function stepOfHand(
  alone: Map<string, Worth>,
  byId: ReadonlyMap<string, Entry>,
  entry: Entry,
): Difference | null {
  const { hand, kind, reason, employeeId } = entry
  if (reason === 'hand.settled' || reason === 'hand.resumed') return settlementOf(byId, entry)
  if (!hand) return { code: 'HAND_WRONG', expected: 'who did it', actual: null }
  const worth = { amount: Math.abs(posted(entry, HAND_ACCOUNT)), experience: Math.abs(entry.experience) }
  const on = monthOf(entry.receivedAt)
  const before = alone.get(on) ?? { amount: 0, experience: 0 }
  const isChecked = hand.checkedById !== null
  if (!isChecked) alone.set(on, sumOf(before, worth))
  const own = hand.byId === employeeId || hand.checkedById === employeeId
  return (
    differs('HAND_WRONG', kind === 'give' ? 'hand.given' : 'hand.taken', reason) ??
    (own || hand.byId === hand.checkedById
      ? { code: 'HAND_WRONG', expected: 'two others', actual: employeeId }
      : null) ??
    (kind === 'give' && posted(entry, HAND_ACCOUNT) > 0
      ? { code: 'HAND_WRONG', expected: 'coins given', actual: posted(entry, HAND_ACCOUNT) }
      : null) ??
    (!isChecked && isTooMuchAlone(worth, before)
      ? { code: 'HAND_WRONG', expected: 'a second person', actual: null }
      : null)
  )
}

/** What was settled with somebody who left is given back whole, and once, to whoever comes back. */
function settlementOf(byId: ReadonlyMap<string, Entry>, entry: Entry): Difference | null {
  const { kind, reason, sourceId, employeeId } = entry
  if (reason === 'hand.settled') return differs('HAND_WRONG', 'take', kind)
  const id = entryId('hand.settled', 'take', sourceId)
  const settled = byId.get(id)
  if (settled?.employeeId !== employeeId) return { code: 'HAND_WRONG', expected: id, actual: null }
  return (
    differs('HAND_WRONG', 'give', kind) ??
    differs('HAND_WRONG', posted(settled, HAND_ACCOUNT), -posted(entry, HAND_ACCOUNT))
  )
}
