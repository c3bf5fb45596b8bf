import type * as z from 'zod'
import type { StatementLine } from './contract'
import type { Entry } from './entry'

/**
 * An entry as its owner reads it: what moved, by which rule, and what of it paid or made a debt.
 * @param gone posts that are there no more: no line leads to them
 */
export function statementLine(
  entry: Entry,
  gone: ReadonlySet<string> = new Set(),
): z.output<typeof StatementLine> {
  const { _id, kind, reason, title, amount, balanceAfter, experience, earning, because, subject } = entry
  const toDebt = entry.postings
    .filter(posting => posting.account.startsWith('debt:'))
    .reduce((sum, posting) => sum + posting.amount, 0)
  return {
    entryId: _id,
    kind,
    reason,
    title,
    amount,
    debtPaid: Math.max(0, toDebt),
    debtAdded: Math.max(0, -toDebt),
    balanceAfter,
    experience,
    receivedAt: entry.receivedAt,
    recordedAt: entry.recordedAt,
    earning,
    because,
    subject: subject?.kind === 'post' && gone.has(subject.id) ? null : subject,
  }
}
