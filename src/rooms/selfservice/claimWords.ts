import { type ClaimState, claimStateNames, yuanOf } from '@domain/selfservice/reimbursement'
import { api, type Input } from '@/api'
import type { BadgeProps } from '@/ui/badge/Badge'

export const claimTones: Record<ClaimState, NonNullable<BadgeProps['tone']>> = {
  received: 'neutral',
  reviewing: 'neutral',
  queried: 'accent',
  returned: 'bad',
  paid: 'ok',
}

interface Asked {
  state: ClaimState
  mayAnswer: boolean
}

/** What finance asked has been answered, and waits for finance. */
export const isAnswered = ({ state, mayAnswer }: Asked) => state === 'queried' && !mayAnswer

/** The state, as its owner reads it. */
export function sayClaimState(claim: Asked): string {
  return isAnswered(claim) ? '补充了，等财务看' : claimStateNames[claim.state]
}

/** What a change of titles or invoices makes old. */
export const invoiceQueries = [
  api.selfservice.listTitles,
  api.selfservice.listClaims,
  api.selfservice.openInvoiceDesk,
]

/** What one looks for, part by part: `396.40 元`. */
export function saidOf({ number, amountFen, from, to }: Input<typeof api.selfservice.listClaims>) {
  return [
    { key: 'number', words: number && `号码 ${number}` },
    { key: 'amountFen', words: amountFen && `${yuanOf(amountFen)} 元` },
    { key: 'from', words: from && `${sayDay(from)}起` },
    { key: 'to', words: to && `到 ${sayDay(to)}` },
  ].flatMap(({ key, words }) => (words ? [{ key, words }] : []))
}

/** `11 月 18 日` of `2026-11-18`. */
export function sayDay(on: string): string {
  const [, month, day] = on.split('-')
  return `${Number(month)} 月 ${Number(day)} 日`
}
