import type { Instant } from '@domain/kernel/time'
import { keepHouse } from '@platform/shift'
import { endSeats } from './endSeats'
import { partFromLeavers } from './parting'
import { remindLate } from './remindLate'
import { reseat } from './reseat'
import { settlePhotos } from './settlePhotos'
import { tellRecaps } from './tellRecaps'

export const tend = (now: Instant) =>
  keepHouse(
    'union',
    {
      parted: partFromLeavers,
      unseated: endSeats,
      reseated: reseat,
      reminded: remindLate,
      settled: settlePhotos,
      told: tellRecaps,
    },
    now,
  )
