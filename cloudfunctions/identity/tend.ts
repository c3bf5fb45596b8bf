import type { Instant } from '@domain/kernel/time'
import { keepHouse } from '@platform/shift'
import { settleAvatars } from './avatar'
import { clearDue } from './clearing'
import { carryOn, removeExpiredLines } from './importing'
import { carryOnLeavings } from './leaving'
import { carryOnExports, removeExpiredExports } from './packages'
import { removeExpiredAttempts } from './proving'
import { removeLeftFiles } from './uploads'

/** WeChat allows a function one timer, so that this one does all the room's housekeeping. */
export function tend(now: Instant) {
  return keepHouse(
    'identity',
    {
      importing: carryOn,
      attempts: removeExpiredAttempts,
      lines: removeExpiredLines,
      files: removeLeftFiles,
      avatars: settleAvatars,
      exports: carryOnExports,
      expiredExports: removeExpiredExports,
      deletions: clearDue,
      leavings: carryOnLeavings,
    },
    now,
  )
}
