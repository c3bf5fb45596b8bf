import { Refusal, refuse } from '@domain/kernel/errors'
import { selfservice } from '@domain/selfservice/contract'
import { handleWith } from '@platform/context'
import { currentTimetables, FAVOURITES_MAX, linesIn, shuttleAlong } from './shuttleReading'
import { favouriteIdOf, favourites } from './store'

export const favourLine = handleWith(
  selfservice.favourLine,
  shuttleAlong,
  async (ctx, { lineId, directionId, stopId }, found) => {
    const mine = found.favourites.map(one => one.lineId)
    refuse(mine.length >= FAVOURITES_MAX && !mine.includes(lineId), 'SELFSERVICE_FAVOURITES_FULL')
    const current = await currentTimetables(found.shuttle[0], ctx.now)
    const documents = [...(await linesIn(current, [lineId])).values()]
    if (documents.length === 0) throw new Refusal('SELFSERVICE_LINE_MISSING')
    const directions = documents.flatMap(({ line }) => line.directions)
    const isBoarded = directions.some(
      // Where a bus ends nobody gets on.
      direction => direction.directionId === directionId && direction.stopIds.slice(0, -1).includes(stopId),
    )
    refuse(!isBoarded, 'SELFSERVICE_STOP_MISSING')
    const _id = favouriteIdOf(lineId, ctx.employee.id)
    return ctx.transaction(async tx => {
      const before = await favourites.in(tx).get(_id)
      const others = (before?.stops ?? []).filter(own => own.directionId !== directionId)
      const stops = [...others, { directionId, stopId }]
      await favourites.in(tx).put({
        _id,
        lineId,
        employeeId: ctx.employee.id,
        stops: stops.sort((a, b) => Number(a.directionId) - Number(b.directionId)),
        at: before?.at ?? ctx.now,
      })
      return { favourite: stops }
    })
  },
)
