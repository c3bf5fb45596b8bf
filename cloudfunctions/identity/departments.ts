import { _ } from '@platform/cloud'
import { employees } from './store'

const BLOCK = 1_000

/** How many colleagues each department has, of one place or department if one is named. One request each thousand people. */
export async function departmentsOf(of: {
  kind: 'all' | 'city' | 'department'
  value: string
}): Promise<{ department: string; people: number }[]> {
  const counts = new Map<string, number>()
  let last = ''
  for (;;) {
    const block = await employees.find({
      where: { status: 'active', _id: _.gt(last) },
      orderBy: [['_id', 'asc']],
      limit: BLOCK,
      fields: ['_id', 'department', 'site'],
    })
    for (const { department, site } of block)
      if (of.kind === 'all' || of.value === (of.kind === 'city' ? site : department))
        counts.set(department, (counts.get(department) ?? 0) + 1)
    last = block.at(-1)?._id ?? ''
    if (block.length < BLOCK) break
  }
  return [...counts].map(([department, people]) => ({ department, people }))
}
