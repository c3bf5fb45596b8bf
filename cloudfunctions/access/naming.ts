import { concernedIn } from '@domain/access/recordWords'
import type { Instant } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { eachWhile, type Shift } from '@platform/shift'
import { audits } from './store'

const AT_ONCE_MAX = 100

/**
 * Reads out of records that were sealed without it whom they concern, so that they too are found by person; a hundred a
 * run, until none is left. It is no part of what is hashed. One request, and one more for each.
 */
export async function nameConcerned(_now: Instant, shift: Shift): Promise<number> {
  // A missing field is null to an index, which cannot tell what does not exist.
  const unnamed = { people: _.in([null]) }
  const found = await audits.find({ where: unnamed, limit: AT_ONCE_MAX })
  return eachWhile(shift, found, record =>
    audits.updateWhere({ _id: record._id, ...unnamed }, { people: concernedIn(record) }),
  )
}
