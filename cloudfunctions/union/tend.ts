import type { Instant } from '@domain/kernel/time'
import { keepHouse } from '@platform/shift'
import { endSeats } from './endSeats'
import { partFromLeavers } from './parting'
import { remindLate } from './remindLate'
import { reseat } from './reseat'
import { settlePhotos } from './settlePhotos'
import { tellRecaps } from './tellRecaps'
import { tellVacancies } from './vacancies'

export const tend = (now: Instant) =>
  keepHouse(
    'union',
    {
      parted: partFromLeavers,
      unseated: endSeats,
      reseated: reseat,
      vacated: tellVacancies,
      reminded: remindLate,
      settled: settlePhotos,
      told: tellRecaps,
    },
    now,
  )
