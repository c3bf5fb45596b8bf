import type { Person } from '@domain/kernel/schema'
import { MINUTE_MS } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { rememberEach } from '@platform/memory'
import type * as z from 'zod'
import { employees, type PartingRoom } from './store'

/** As many as one read can return. */
const ASKED_MAX = 1_000

const hasLeft = rememberEach(MINUTE_MS, async (employeeIds: readonly string[]) => {
  const found = await employees.find({
    where: { _id: _.in([...employeeIds]) },
    limit: ASKED_MAX,
    fields: ['status'],
  })
  return new Map(found.map(({ _id, status }) => [_id, status === 'left']))
})

/**
 * Those of some people who have left the company. One request for all of whom this instance has not asked within the
 * last minute, so mostly none.
 */
export async function leaversAmong(employeeIds: readonly string[]): Promise<Set<string>> {
  const known = await hasLeft(employeeIds)
  return new Set(employeeIds.filter(id => known.get(id) === true))
}

type Colleague = z.output<typeof Person>

/** Somebody who has left: what they did stays, their name and number do not. */
export const formerColleague: Colleague = { employeeId: '', name: '前同事', site: '', department: '' }

/** How everybody sees some people: those who have left without their names. Requests as `leaversAmong`. */
export async function shownAmong(people: readonly Colleague[]): Promise<(one: Colleague) => Colleague> {
  const leavers = await leaversAmong([...new Set(people.map(({ employeeId }) => employeeId))])
  return one => (leavers.has(one.employeeId) ? formerColleague : one)
}

/** Those of some people who are still here, for faces. Requests as `leaversAmong`. */
export async function stillHere(people: readonly Colleague[]): Promise<Colleague[]> {
  const leavers = await leaversAmong(people.map(({ employeeId }) => employeeId))
  return people.filter(({ employeeId }) => !leavers.has(employeeId))
}

/** Some of those who have left and still hold something in a room. One request. */
export async function leaversIn(room: PartingRoom, limit: number): Promise<string[]> {
  const found = await employees.find({
    where: { parting: _.in([room]), status: 'left' },
    limit,
    fields: ['_id'],
  })
  return found.map(({ _id }) => _id)
}

/** A leaver holds nothing there any more. One request. */
export async function hasParted(room: PartingRoom, employeeId: string): Promise<void> {
  await employees.updateWhere({ _id: employeeId, parting: _.in([room]) }, { parting: _.pull(room) })
}
