import type { Author } from '@domain/kernel/schema'
import type { z } from 'zod'
import { leaversAmong } from '../identity/public'

/** Somebody who has left: what they wrote stays, their name and number do not. */
const formerColleague: z.output<typeof Author> = {
  employeeId: '',
  name: '前同事',
  site: '',
  department: '',
  official: false,
}

/** Publications whose authors have left without their names. One request at most, mostly none. */
export async function withoutLeavers<T extends { author: z.output<typeof Author> }>(
  publications: readonly T[],
): Promise<T[]> {
  if (publications.length === 0) return []
  const leavers = await leaversAmong([...new Set(publications.map(({ author }) => author.employeeId))])
  return publications.map(one =>
    leavers.has(one.author.employeeId) ? { ...one, author: formerColleague } : one,
  )
}
