import { HOUR_MS } from './time'

/** When the community is awake: from before the early shift to after the last shuttle. The house's own figures. */
export const OPENS_MS = 7 * HOUR_MS
const CLOSES_MS = 20 * HOUR_MS

/** How much working time one working day has, in milliseconds: 13 hours. Pages read it without the calendar. */
export const WORKING_DAY_MS = CLOSES_MS - OPENS_MS
