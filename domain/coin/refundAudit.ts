import { type Entry, entryId, posted } from './entry'
import { type Difference, differs } from './findings'
import { type Payee, payees, spendReasons } from './reasons'

interface Books {
  /** In the order of their numbers. */
  entriesOf: ReadonlyMap<string, Entry[]>
  byId: ReadonlyMap<string, Entry>
}

/**
 * What was spent is given back whole, or in parts: a part is a source of its own, named after what was paid for,
 * `<source>.1`. Together they are never more than was spent.
 */
export function stepOfRefund(books: Books, entry: Entry): Difference | null {
  const spending = spendingOf(books, entry)
  if (spending?.employeeId !== entry.employeeId)
    return {
      code: 'REFUNDED_WITHOUT_SPENDING',
      expected: entryId(entry.reason, 'spend', entry.sourceId),
      actual: null,
    }
  const payee = payeeOf(entry)
  const spent = posted(spending, payee)
  const back = (books.entriesOf.get(entry.employeeId) ?? [])
    .filter(({ kind, number }) => kind === 'refund' && number <= entry.number)
    .filter(one => spendingOf(books, one) === spending)
    .reduce((sum, one) => sum - posted(one, payee), 0)
  const isWhole = spending.sourceId === entry.sourceId
  return (
    (isWhole ? differs('REFUND_WRONG', spent, -posted(entry, payee)) : null) ??
    (back > spent ? { code: 'REFUND_WRONG', expected: spent, actual: back } : null) ??
    differs('EXPERIENCE_WRONG', 0, entry.experience)
  )
}

function spendingOf(books: Books, { reason, sourceId }: Pick<Entry, 'reason' | 'sourceId'>): Entry | null {
  const spending = books.byId.get(entryId(reason, 'spend', sourceId))
  if (spending) return spending
  const whole = sourceId.replace(/\.\d+$/, '')
  return whole === sourceId ? null : spendingOf(books, { reason, sourceId: whole })
}

/** Whom a price may have gone to; the mall for what no price was paid for. */
function payeeOf({ reason }: Entry): Payee {
  const [payee = 'mall'] = spendReasons.filter(spend => spend === reason).map(spend => payees[spend])
  return payee
}
