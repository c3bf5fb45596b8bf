import { type ClaimState, claimStateNames } from '@domain/selfservice/reimbursement'
import { api } from '@/api'
import type { BadgeProps } from '@/ui/badge/Badge'

export const claimTones: Record<ClaimState, NonNullable<BadgeProps['tone']>> = {
  received: 'neutral',
  reviewing: 'neutral',
  queried: 'accent',
  returned: 'bad',
  paid: 'ok',
}

/** The state, as its owner reads it. */
export function sayClaimState({ state, mayAnswer }: { state: ClaimState; mayAnswer: boolean }): string {
  return state === 'queried' && !mayAnswer ? '补充了，等财务看' : claimStateNames[state]
}

/** What a change of titles or invoices makes old. */
export const invoiceQueries = [
  api.selfservice.listTitles,
  api.selfservice.listClaims,
  api.selfservice.openInvoiceDesk,
]

/** `11 月 18 日` of `2026-11-18`. */
export function sayDay(on: string): string {
  const [, month, day] = on.split('-')
  return `${Number(month)} 月 ${Number(day)} 日`
}
