import type { Leaving } from '@platform/ownData'
import type { Shift } from '@platform/shift'
import { turnBook } from './claimImporting'
import { claimImports, claimLines, claims } from './store'

const BLOCK = 50

/**
 * Invoices stay for the books under the pseudonym, and nothing of their imports says whose they were. What was checked
 * before would write the person back: it is stale afterwards, and what is being written comes first.
 * @returns false when an import is being written, or was meanwhile, and everything is to be done again
 */
export async function forgetClaims({ employeeId, pseudonym }: Leaving, shift: Shift): Promise<boolean> {
  const version = await turnBook()
  if (version === null) return false
  await claims.updateWhere({ employeeId }, { employeeId: pseudonym, answers: [], answeredAt: null })
  await claimLines.removeWhere({ 'row.employeeId': employeeId })
  await claimImports.updateWhere({ checkedBy: employeeId }, { checkedBy: pseudonym })
  await claimImports.updateWhere({ appliedBy: employeeId }, { appliedBy: pseudonym })
  for (;;) {
    if (shift.isOver()) return false
    const block = await claimImports.find({
      where: { 'problems.employeeId': employeeId },
      limit: BLOCK,
      fields: ['_id', 'problems'],
    })
    for (const { _id, problems } of block)
      await claimImports.updateWhere(
        { _id },
        { problems: problems.map(one => (one.employeeId === employeeId ? { ...one, employeeId: '' } : one)) },
      )
    if (block.length < BLOCK) break
  }
  return (await turnBook(version)) !== null
}
