import { selfservice } from '@domain/selfservice/contract'
import { handleWith } from '@platform/context'
import { openedLine } from './openedLine'
import { shuttleAlong } from './shuttleReading'

export const openLine = handleWith(selfservice.openLine, shuttleAlong, (ctx, { lineId }, found) =>
  openedLine(lineId, found, ctx.now),
)
