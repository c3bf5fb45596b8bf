import { HIDDEN_DEPARTMENT } from '@domain/identity/visibility'
import { MINUTE_MS } from '@domain/kernel/time'
import { isAmong } from '@domain/notice/news'
import { _ } from '@platform/cloud'
import { remember } from '@platform/memory'
import { type EmployeeDocument, employees } from './store'
import { hidingDepartment } from './veil'

const BLOCK = 1_000

type Placed = Pick<EmployeeDocument, '_id' | 'department' | 'site'>

/** Where everybody is who is here. One request each thousand people. */
async function everybody(): Promise<Placed[]> {
  const all: Placed[] = []
  for (;;) {
    const block: Placed[] = await employees.find({
      where: { status: 'active', _id: _.gt(all.at(-1)?._id ?? '') },
      orderBy: [['_id', 'asc']],
      limit: BLOCK,
      fields: ['_id', 'department', 'site'],
    })
    all.push(...block)
    if (block.length < BLOCK) return all
  }
}

function counted(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

/** For whoever asks of one audience after the other. */
const everybodyLately = remember(MINUTE_MS, everybody)

/**
 * How many colleagues each department has, of one place or department if one is named. Who does not show theirs to
 * everybody is counted apart. One request each thousand people, and one more, once a minute.
 */
export async function departmentsOf(of: {
  kind: 'all' | 'city' | 'department'
  value: string
}): Promise<{ department: string; people: number }[]> {
  const [all, hiding] = await Promise.all([everybodyLately(), hidingDepartment()])
  const there = all.filter(placed => isAmong(of, placed))
  const names = there.map(({ _id, department }) => (hiding.has(_id) ? HIDDEN_DEPARTMENT : department))
  return [...counted(names)].map(([department, people]) => ({ department, people }))
}

const REMEMBERED_MS = 10 * MINUTE_MS

/**
 * The places and the departments of the roster with how many colleagues each has, the largest first. One request each
 * thousand people, once in ten minutes.
 */
export const rosterPlaces = remember(REMEMBERED_MS, async () => {
  const all = await everybody()
  const largestFirst = (names: readonly string[]) =>
    [...counted(names)].map(([value, people]) => ({ value, people })).sort((a, b) => b.people - a.people)
  return {
    cities: largestFirst(all.map(({ site }) => site)),
    departments: largestFirst(all.map(({ department }) => department)),
  }
})
