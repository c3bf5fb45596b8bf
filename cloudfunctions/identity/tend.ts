import type { Instant } from '@domain/kernel/time'
import { removeExpiredFiles } from '@platform/handedFiles'
import { keepHouse } from '@platform/shift'
import { settleAvatars } from './avatar'
import { clearDue } from './clearing'
import { carryOn, removeExpiredLines } from './importing'
import { carryOnLeavings } from './leaving'
import { carryOnExports } from './packages'
import { removeExpiredAttempts } from './proving'
import { packages, rosterFiles } from './store'

/** WeChat allows a function one timer, so that this one does all the room's housekeeping. */
export function tend(now: Instant) {
  return keepHouse(
    'identity',
    {
      importing: carryOn,
      attempts: removeExpiredAttempts,
      lines: removeExpiredLines,
      files: (at, shift) => removeExpiredFiles(rosterFiles, at, shift),
      avatars: settleAvatars,
      exports: carryOnExports,
      expiredExports: (at, shift) => removeExpiredFiles(packages, at, shift),
      deletions: clearDue,
      leavings: carryOnLeavings,
    },
    now,
  )
}
