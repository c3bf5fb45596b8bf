import { scopesOf } from '@domain/access/roles'
import { accountOfAssociation, associationOf, maySpeakAs, type Voice } from '@domain/forum/voices'
import { Refusal, refuse } from '@domain/kernel/errors'
import type { Author } from '@domain/kernel/schema'
import { MINUTE_MS } from '@domain/kernel/time'
import type { Employee } from '@platform/context'
import { remember } from '@platform/memory'
import type * as z from 'zod'
import { associationsBy } from '../union/public'
import { ACCOUNTS_ORDER, accounts } from './store'

/** The accounts of the company and the union, remembered for a minute: they change a few times a year. */
const houseAccounts = remember(MINUTE_MS, () => accounts.find(ACCOUNTS_ORDER))

export interface Account extends Voice {
  intro: string
}

/** The official account of this id, null when there is none. No request for one of the company, one for an association's. */
export async function accountBy(accountId: string): Promise<Account | null> {
  const associationId = associationOf(accountId)
  if (associationId !== null) {
    const [association] = await associationsBy([associationId])
    return association ? { accountId, name: association.name, intro: association.headline } : null
  }
  const found = (await houseAccounts()).find(({ _id }) => _id === accountId)
  return found ? { accountId, name: found.name, intro: found.intro } : null
}

/**
 * The account that somebody speaks as; undefined when they speak for themselves.
 * @throws Refusal FORUM_ACCOUNT_MISSING, FORUM_NOT_YOUR_VOICE
 */
export async function voiceFor(
  { grants }: Employee,
  accountId: string | undefined,
): Promise<Voice | undefined> {
  if (accountId === undefined) return undefined
  const account = await accountBy(accountId)
  if (!account) throw new Refusal('FORUM_ACCOUNT_MISSING')
  refuse(!maySpeakAs(grants, accountId), 'FORUM_NOT_YOUR_VOICE')
  return { accountId, name: account.name }
}

/** All accounts that somebody may speak as. No request for most, one for a president. */
export async function voicesOf({ grants }: Employee): Promise<Voice[]> {
  const presided = scopesOf(grants, 'union.speak') ?? []
  const speaks = scopesOf(grants, 'forum.speak')
  const [house, associations] = await Promise.all([
    speaks?.length === 0 ? [] : houseAccounts(),
    associationsBy(presided),
  ])
  return [
    ...house.filter(({ _id }) => maySpeakAs(grants, _id)).map(({ _id, name }) => ({ accountId: _id, name })),
    ...associations.map(({ _id, name }) => ({ accountId: accountOfAssociation(_id), name })),
  ]
}

/** What the audit keeps of a publication by an account; undefined for one by a colleague. */
export function spokenAs(voice: Voice | undefined, subject: string) {
  return voice && (() => ({ subject, before: null, after: { spokenAs: voice.accountId } }))
}

/** The same of one that is taken back: who has deleted what an account had said. */
export function unspokenAs(voice: Voice | undefined, subject: string) {
  return voice && { subject, before: { spokenAs: voice.accountId }, after: { state: 'deleted' } }
}

/** An account as the author of what it says. */
export function faceOf({ accountId, name }: Voice): z.output<typeof Author> {
  return { employeeId: accountId, name, site: '', department: '', official: true }
}

/** Who readers see behind a publication: the account that spoke, or its author. */
export function shownAuthor({
  author,
  voice,
}: {
  author: z.output<typeof Author>
  voice?: Voice
}): z.output<typeof Author> {
  return voice ? faceOf(voice) : author
}
