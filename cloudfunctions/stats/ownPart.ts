import { inPlaceOf } from '@domain/stats/days'
import { _ } from '@platform/cloud'
import type { Collection, Document } from '@platform/collection'
import type { Leaving, OwnTables } from '@platform/ownData'
import { readAll } from '@platform/readAll'
import type { Shift } from '@platform/shift'
import { transaction } from '@platform/transaction'
import { pseudonymOf } from './pseudonym'
import { batches, monthPeople, people, subscriptions } from './store'

/** What this room keeps about somebody: visits of the last ninety days, and whether they want the weekly report. */
export async function exportOf(employeeId: string): Promise<OwnTables<'visits'>> {
  const found = await readAll(batches, { who: pseudonymOf(employeeId) }, '_id')
  return { visits: found.map(({ department, visitId, events }) => ({ department, visitId, events })) }
}

/**
 * Another pseudonym takes the person's place: in the batches, whose days the next run of the timer counts anew, and in
 * the sets of people, which are kept for longer than the batches that they were counted from.
 */
export async function forget({ employeeId, pseudonym }: Leaving, shift: Shift): Promise<boolean> {
  const names = { was: pseudonymOf(employeeId), becomes: pseudonymOf(pseudonym) }
  await batches.updateWhere({ who: names.was }, { who: names.becomes, rolled: false })
  await subscriptions.removeWhere({ _id: employeeId })
  return (await renameIn(people, names, shift)) && (await renameIn(monthPeople, names, shift))
}

interface Names {
  was: string
  becomes: string
}

/** A day's set of everybody may be a hundred kilobytes. */
const SETS_AT_ONCE = 10

/** @returns false when the shift was over before: what is renamed already is passed over the next time */
async function renameIn<T extends Document>(
  sets: Collection<T>,
  { was, becomes }: Names,
  shift: Shift,
): Promise<boolean> {
  let after = ''
  for (;;) {
    const block = await sets.find({
      where: { _id: _.gt(after) },
      orderBy: [['_id', 'asc']],
      limit: SETS_AT_ONCE,
    })
    for (const { _id } of block.filter(set => inPlaceOf(was, becomes, set) !== null)) {
      if (shift.isOver()) return false
      // The timer may be counting this very day.
      await transaction(async tx => {
        const set = await sets.in(tx).get(_id)
        const renamed = set && inPlaceOf(was, becomes, set)
        if (renamed) await sets.in(tx).put(renamed)
      })
    }
    const last = block.at(-1)
    if (!last || block.length < SETS_AT_ONCE) return true
    if (shift.isOver()) return false
    after = last._id
  }
}
