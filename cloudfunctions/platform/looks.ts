import type { EmployeeContext } from './context'
import { keepAudit } from './receipts'
import { transaction } from './transaction'

interface Look {
  /** `coin.moveByHand` */
  procedure: string
  /** At whom or what, as in the record of changes. */
  subject: string
  /** What was shown, never its content. */
  shown: object
}

/**
 * Keeps in the record that the caller has looked at what few may see: who, when, at whom. What they saw is in no receipt,
 * so that asking again is another look. One request in a transaction of its own.
 */
export async function keepLook(ctx: EmployeeContext, { procedure, subject, shown }: Look): Promise<void> {
  const entry = { by: ctx.employee.id, subject, before: null, after: shown }
  await transaction(tx => keepAudit(tx, ctx.newId('look'), ctx.now, entry, procedure))
}
