import { inPlaceOf } from '@domain/stats/days'
import { _ } from '@platform/cloud'
import type { Collection, Document, Where } from '@platform/collection'
import type { Leaving, OwnTables } from '@platform/ownData'
import { readAll } from '@platform/readAll'
import type { Shift } from '@platform/shift'
import { transaction } from '@platform/transaction'
import { pseudonymOf } from './pseudonym'
import { batches, monthPeople, people, readers, subscriptions } from './store'

/** What this room keeps about somebody: visits of the last ninety days, and which posts they are counted in as readers. */
export async function exportOf(employeeId: string): Promise<OwnTables<'visits' | 'readPosts'>> {
  const who = pseudonymOf(employeeId)
  const [found, counted] = await Promise.all([
    readAll(batches, { who }, '_id'),
    readAll(readers, { readers: _.in([who]) }, '_id', ['_id']),
  ])
  const read = [...counted.map(({ _id }) => _id), ...found.flatMap(({ posts = [] }) => posts)]
  return {
    visits: found.map(({ department, visitId, events }) => ({ department, visitId, events })),
    readPosts: [...new Set(read)].map(postId => ({ postId })),
  }
}

/**
 * Another pseudonym takes the person's place: in the batches, whose days the next run of the timer counts anew, and in
 * the sets of people and of readers, which are kept for longer than the batches that they were counted from.
 */
export async function forget({ employeeId, pseudonym }: Leaving, shift: Shift): Promise<boolean> {
  const names = { was: pseudonymOf(employeeId), becomes: pseudonymOf(pseudonym) }
  await batches.updateWhere({ who: names.was }, { who: names.becomes, rolled: false })
  await subscriptions.removeWhere({ _id: employeeId })
  return (
    (await renameIn(people, names, shift)) &&
    (await renameIn(monthPeople, names, shift)) &&
    (await renameIn(readers, names, shift, { readers: _.in([names.was]) }))
  )
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
  within: Where<T> = {},
): Promise<boolean> {
  let after = ''
  for (;;) {
    const block = await sets.find({
      where: { ...within, _id: _.gt(after) },
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
