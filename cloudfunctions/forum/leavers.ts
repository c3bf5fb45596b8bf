import type { Voice } from '@domain/forum/voices'
import type { Author } from '@domain/kernel/schema'
import type * as z from 'zod'
import { formerColleague, leaversAmong } from '../identity/public'

const formerAuthor: z.output<typeof Author> = { ...formerColleague, official: false }

/** Publications whose authors have left without their names; an account's voice outlives whoever spoke. One request at most, mostly none. */
export async function withoutLeavers<T extends { author: z.output<typeof Author>; voice?: Voice }>(
  publications: readonly T[],
): Promise<T[]> {
  const people = publications.filter(({ voice }) => !voice).map(({ author }) => author.employeeId)
  if (people.length === 0) return [...publications]
  const leavers = await leaversAmong([...new Set(people)])
  return publications.map(one =>
    !one.voice && leavers.has(one.author.employeeId) ? { ...one, author: formerAuthor } : one,
  )
}
