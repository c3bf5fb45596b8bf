import { WORKING_DAY_MS } from '../kernel/workingDay'

/** What people do about a post, and what it counts: the more it costs them, the more it says. */
export const heatPoints = { like: 1, comment: 2, favourite: 3 } as const

/** So much working time weighs as much as ten times the points: a post of yesterday needs ten times today's. */
export const TENFOLD_MS = WORKING_DAY_MS
