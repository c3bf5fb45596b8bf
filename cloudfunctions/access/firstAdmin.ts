import type { Instant } from '@domain/kernel/time'
import { firstAdmin } from '@platform/configuration'
import { keepAudit } from '@platform/receipts'
import { transaction } from '@platform/transaction'
import { giveRole, memberSubject, peopleHolding } from '../identity/public'

/**
 * Somebody has to give the first role. Where nobody administers the system, whoever the console names becomes the
 * administrator, as soon as they are registered; a timer calls it. Two requests where there is one already.
 */
export async function seatFirstAdmin(now: Instant): Promise<boolean> {
  const employeeId = firstAdmin()
  if (employeeId === null || (await peopleHolding(['admin'], 1)).length > 0) return false
  await transaction(async tx => {
    await giveRole(tx, employeeId, { role: 'admin', given: { byId: 'timer', byName: '系统配置', at: now } })
    await keepAudit(tx, `firstAdmin:${now}`, now, {
      by: 'timer',
      subject: memberSubject(employeeId),
      before: { admins: 0 },
      after: { granted: { role: 'admin' } },
    })
  })
  return true
}
