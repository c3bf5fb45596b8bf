import { Refusal } from '@domain/kernel/errors'
import { type Author, EmployeeId } from '@domain/kernel/schema'
import { _ } from '@platform/cloud'
import type { Where } from '@platform/collection'
import type * as z from 'zod'
import { colleaguesBy } from '../identity/public'
import type { PostDocument } from './store'
import { accountBy, faceOf } from './voices'

/** Whether an id is a colleague's; every other is an official account's. */
export function isColleague(authorId: string): boolean {
  return EmployeeId.safeParse(authorId).success
}

interface KnownAuthor {
  author: z.output<typeof Author>
  intro: string
}

/**
 * A colleague of today or an official account. One request, none for an account of the company.
 * @throws Refusal FORUM_AUTHOR_MISSING, also for somebody who has left
 */
export async function knownAuthor(authorId: string): Promise<KnownAuthor> {
  if (isColleague(authorId)) {
    const [person] = await colleaguesBy([authorId])
    if (!person) throw new Refusal('FORUM_AUTHOR_MISSING')
    return { author: { ...person, official: false }, intro: '' }
  }
  const account = await accountBy(authorId)
  if (!account) throw new Refusal('FORUM_AUTHOR_MISSING')
  return { author: faceOf(account), intro: account.intro }
}

/** What some authors have said as themselves: never what a colleague has said as an account. */
export function saidByColleagues(employeeIds: readonly string[]): Where<PostDocument> {
  return { 'author.employeeId': _.in([...employeeIds]), 'author.official': false }
}

export function saidByAccounts(accountIds: readonly string[]): Where<PostDocument> {
  return { 'voice.accountId': _.in([...accountIds]) }
}
