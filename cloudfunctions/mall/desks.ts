import { MINUTE_MS } from '@domain/kernel/time'
import { remember } from '@platform/memory'
import { type DeskDocument, desks } from './store'

/** A desk opens or moves a few times a year. */
const REMEMBERED_MS = 5 * MINUTE_MS
const DESKS_MAX = 100

/** The desks where things can be picked up. One request on an instance's first call. */
export const allDesks: () => Promise<DeskDocument[]> = remember(REMEMBERED_MS, () =>
  desks.find({ where: {}, orderBy: [['_id', 'asc']], limit: DESKS_MAX }),
)
