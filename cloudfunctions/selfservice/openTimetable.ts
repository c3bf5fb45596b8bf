import { selfservice } from '@domain/selfservice/contract'
import { handleWith } from '@platform/context'
import { openedTimetable } from './openedLine'
import { shuttleAlong } from './shuttleReading'

export const openTimetable = handleWith(selfservice.openTimetable, shuttleAlong, (ctx, { lineId }, found) =>
  openedTimetable(lineId, found, ctx.now),
)
