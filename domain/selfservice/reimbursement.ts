import { grouped } from '../kernel/grouped'
import type { Day } from '../kernel/time'

/** How far finance has come with an invoice. */
export const claimStates = ['received', 'reviewing', 'queried', 'returned', 'paid'] as const
export type ClaimState = (typeof claimStates)[number]

/** As finance writes them in the file and as the app shows them. */
export const claimStateNames: Record<ClaimState, string> = {
  received: '已收到',
  reviewing: '审核中',
  queried: '等你补充',
  returned: '已退回',
  paid: '已到账',
}

/** What may follow each state; what was paid stays paid, and nothing goes back to having just arrived. */
export const claimTable: Record<ClaimState, readonly ClaimState[]> = {
  received: ['reviewing', 'queried', 'returned', 'paid'],
  reviewing: ['queried', 'returned', 'paid'],
  queried: ['reviewing', 'returned', 'paid'],
  returned: ['reviewing', 'queried', 'paid'],
  paid: [],
}

/** Whether an import may move an invoice so; staying where it is, is no move. */
export function mayMoveClaim(from: ClaimState, to: ClaimState): boolean {
  return from === to || claimTable[from].includes(to)
}

interface Asked {
  state: ClaimState
  /** What finance says to it; of one that is queried, the question. */
  note: string
}

/** Whether an import says something new of an invoice: another state, or another question. */
export function isClaimNews(before: Asked | undefined, row: Asked): boolean {
  return before?.state !== row.state || (row.state === 'queried' && before.note !== row.note)
}

interface Billed {
  amountFen: number
  invoicedOn: Day
}

/** What an import puts right of an invoice, in words; empty: amount and day stand. What was paid is put right so, too. */
export function sayCorrection(before: Billed, row: Billed): string {
  const amount = `金额由 ${yuanOf(before.amountFen)} 元更正为 ${yuanOf(row.amountFen)} 元`
  const day = `开票日期由 ${before.invoicedOn} 更正为 ${row.invoicedOn}`
  return [before.amountFen === row.amountFen ? '' : amount, before.invoicedOn === row.invoicedOn ? '' : day]
    .filter(Boolean)
    .join('，')
}

/** Whether its owner may answer: what finance asks, once for each question. */
export function mayAnswerClaim({
  state,
  answeredAt,
}: {
  state: ClaimState
  answeredAt: number | null
}): boolean {
  return state === 'queried' && answeredAt === null
}

/** What is not settled yet, and therefore on its way to the employee. */
export const pendingStates: readonly ClaimState[] = ['received', 'reviewing', 'queried']

const AMOUNT = /^(\d{1,9})(?:\.(\d{1,2}))?$/

/** `1,842.5` and `￥1842.50` are 184,250 fen; null for what is no amount or none above zero. */
export function fenOf(text: string): number | null {
  const match = AMOUNT.exec(
    text
      .trim()
      .replace(/^[¥￥]/, '')
      .replace(/,(?=\d{3})/g, ''),
  )
  if (!match) return null
  const fen = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
  return fen > 0 ? fen : null
}

/** `1,842.00` for 184,200 fen. */
export function yuanOf(fen: number): string {
  return `${grouped(Math.floor(fen / 100))}.${String(fen % 100).padStart(2, '0')}`
}

/** A fully digital invoice has 20 digits, one from before has 8. */
export const INVOICE_NUMBER = /^(\d{8}|\d{20})$/
