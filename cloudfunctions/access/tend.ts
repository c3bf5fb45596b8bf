import { type Grant, roles } from '@domain/access/roles'
import type { Instant } from '@domain/kernel/time'
import { removeExpiredReceipts } from '@platform/receipts'
import { keepHouse, type Shift } from '@platform/shift'
import type { Transaction } from '@platform/transaction'
import { ulid } from 'ulid'
import { clearEndedGrants } from '../identity/public'
import { notify } from '../notice/public'
import { carryOnExports, removeExpiredExports } from './exporting'
import { seatFirstAdmin } from './firstAdmin'
import { nameConcerned } from './naming'
import { sealAudits } from './sealing'

/** WeChat allows a function one timer, so that this one does all the room's housekeeping. */
export function tend(now: Instant) {
  return keepHouse(
    'access',
    {
      receipts: removeExpiredReceipts,
      ended: clearEnded,
      firstAdmin: seatFirstAdmin,
      seal: sealAudits,
      concerned: nameConcerned,
      exports: carryOnExports,
      expiredExports: removeExpiredExports,
    },
    now,
  )
}

function clearEnded(now: Instant, shift: Shift): Promise<number> {
  return clearEndedGrants(now, shift, (tx, employeeId, ended) => tellEnded(tx, employeeId, ended, now))
}

async function tellEnded(
  tx: Transaction,
  employeeId: string,
  ended: readonly Grant[],
  now: Instant,
): Promise<void> {
  const names = [...new Set(ended.map(({ role }) => roles[role].zh))].join('、')
  await notify(tx, {
    _id: ulid(now),
    employeeId,
    kind: 'account',
    title: '角色到期了',
    body: `${names}到期了。还需要的话，请找给你角色的同事续期。`,
    at: now,
    target: null,
  })
}
