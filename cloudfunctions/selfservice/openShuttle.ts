import { selfservice } from '@domain/selfservice/contract'
import { unannouncedYear } from '@domain/selfservice/serviceDays'
import { handleWith } from '@platform/context'
import { timetableOf } from './openedLine'
import { ridesOf } from './rides'
import { type Current, currentTimetables, DAYS_AHEAD, linesIn, shuttleAlong } from './shuttleReading'
import { cardOf, upcomingsOf } from './shuttleViews'

/** Beyond so many trips an answer would be slow to come, and too much for a phone to keep. */
const KEPT_TRIPS_MAX = 400

export const openShuttle = handleWith(selfservice.openShuttle, shuttleAlong, async (ctx, _input, found) => {
  const current = await currentTimetables(found.shuttle[0], ctx.now)
  const mine = found.favourites.map(({ lineId }) => lineId)
  const kept = keptLines(current, mine, ctx.employee.site)
  const documents = await linesIn(current, [...mine, ...kept])
  const { today } = current
  const lines = (today?.lines ?? []).map(entry => ({
    ...cardOf(entry, today as NonNullable<typeof today>),
    favoured: mine.includes(entry.lineId),
  }))
  const isHere = ({ group }: { group: string }) => group === ctx.employee.site
  return {
    favourites: ridesOf(current, found.favourites, documents, ctx.now),
    changes: mine
      .flatMap(lineId =>
        upcomingsOf(current, lineId).map(({ name, upcoming }) => ({ ...upcoming, lineId, name })),
      )
      .sort((a, b) => a.number - b.number),
    lines: [...lines.filter(isHere), ...lines.filter(line => !isHere(line))],
    kept: kept.map(lineId => timetableOf(current, lineId, documents, found, ctx.now)),
    version: today && { number: today.number, effectiveOn: today.effectiveOn ?? '' },
    unannounced: unannouncedYear(current.on, DAYS_AHEAD),
    now: ctx.now,
  }
})

/** The lines whose timetables a phone keeps: one's own, those of one's site, then the others, as far as they go. */
function keptLines({ today, timetables }: Current, mine: readonly string[], site: string): string[] {
  const entries = (today ?? timetables[0])?.lines ?? []
  const groups = new Map(today?.agencies.map(({ agencyId, name }) => [agencyId, name]))
  const rankOf = ({ lineId, agencyId }: (typeof entries)[number]) =>
    mine.includes(lineId) ? 0 : groups.get(agencyId) === site ? 1 : 2
  let trips = 0
  return [...entries]
    .sort((a, b) => rankOf(a) - rankOf(b))
    .filter(entry => {
      trips += entry.trips
      return rankOf(entry) === 0 || trips <= KEPT_TRIPS_MAX
    })
    .map(({ lineId }) => lineId)
}
