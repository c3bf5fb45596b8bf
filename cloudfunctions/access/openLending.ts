import { access } from '@domain/access/contract'
import { grantsToLend, ownGrants, signingRoles, signs } from '@domain/access/lending'
import { handle } from '@platform/context'
import { holdersOf, lendingOf } from '../identity/public'
import { grantsInWords } from './scopes'

export const openLending = handle(access.openLending, async ({ employee, now }) => {
  const own = ownGrants(employee.grants)
  const borrowing = employee.grants.filter(({ lent }) => lent)
  const [lending, holders, [ownWords = [], borrowed = []]] = await Promise.all([
    lendingOf(employee.id, now),
    signs(own) ? holdersOf(signingRoles) : undefined,
    grantsInWords([own, borrowing]),
  ])
  const cosigners = new Set(holders ? Object.values(holders).flat() : [])
  cosigners.delete(employee.id)
  const lent = lending ? grantsToLend(own, lending.grants) : []
  const shown = lending && {
    to: pictured(lending.toId, lending.toName),
    startsAt: lending.startsAt,
    endsAt: lending.endsAt,
    grants: ownWords.filter((_words, place) => lent.some(grant => grant === own[place])),
  }
  return {
    lending: shown,
    own: ownWords,
    borrowed: borrowed.flatMap((words, place) => {
      const from = borrowing[place]?.lent
      return from ? [{ ...words, from: pictured(from.fromId, from.fromName) }] : []
    }),
    cosigners: [...cosigners],
    now,
  }
})

/** Asks the door of the function for the picture (decision 42). */
const pictured = (employeeId: string, name: string) => ({ employeeId, name, face: null })
