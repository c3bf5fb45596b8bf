import type { Voice } from '@domain/forum/voices'
import type { Author } from '@domain/kernel/schema'
import type * as z from 'zod'
import { formerColleague, leaversAmong } from '../identity/public'

const formerAuthor: z.output<typeof Author> = { ...formerColleague, official: false }

/** What names people: its author, whom it calls, and whom it answers. */
interface Publication {
  author: z.output<typeof Author>
  voice?: Voice
  mentions?: readonly { employeeId: string; name: string }[]
  answers?: { commentId: string; name: string; employeeId?: string } | null
}

function peopleIn({ author, voice, mentions = [], answers }: Publication): string[] {
  const answered = answers?.employeeId
  return [
    ...(voice ? [] : [author.employeeId]),
    ...mentions.map(({ employeeId }) => employeeId),
    ...(answered === undefined ? [] : [answered]),
  ]
}

/**
 * Publications without the names of those who have left; an account's voice outlives whoever spoke. Who was called by
 * name stands there as plain words. One request at most, mostly none.
 */
export async function withoutLeavers<T extends Publication>(publications: readonly T[]): Promise<T[]> {
  const people = [...new Set(publications.flatMap(peopleIn))]
  if (people.length === 0) return [...publications]
  const leavers = await leaversAmong(people)
  if (leavers.size === 0) return [...publications]
  return publications.map(one => {
    const { author, voice, mentions, answers } = one
    const isAnswered = answers?.employeeId !== undefined && leavers.has(answers.employeeId)
    return {
      ...one,
      ...(!voice && leavers.has(author.employeeId) ? { author: formerAuthor } : {}),
      ...(mentions ? { mentions: mentions.filter(({ employeeId }) => !leavers.has(employeeId)) } : {}),
      ...(isAnswered ? { answers: { ...answers, name: formerColleague.name } } : {}),
    }
  })
}
