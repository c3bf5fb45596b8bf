import * as z from 'zod'
import { command, query } from '../kernel/contract'
import { Count, Instant } from '../kernel/schema'
import {
  LineCard,
  Opened,
  OwnStop,
  Ride,
  ShuttleId,
  Timetable,
  UnannouncedYear,
  Upcoming,
} from './shuttleViews'

const lineBudget = {
  requests: 4,
  because: 'caller with the list of versions and own stops; versions; the line in each of them',
}

/** The buses to and from work, for everybody. */
export const shuttle = {
  /** My next buses, what changes on my lines, and every line there is. */
  openShuttle: query({
    access: 'employee',
    input: z.strictObject({}),
    output: z.object({
      /** By direction and own stop, the one that leaves next first. */
      favourites: z.array(Ride),
      /** What becomes of favoured lines, the next first. */
      changes: z.array(Upcoming.extend({ lineId: z.string(), name: z.string() })),
      /** The lines of the caller's own site first. */
      lines: z.array(LineCard.extend({ favoured: z.boolean() })),
      /** Timetables of one's own lines and as many others as fit: what a phone has where there is no network. */
      kept: z.array(Timetable),
      /** The timetable that counts today; null: there is none yet. */
      version: z.object({ number: Count, effectiveOn: z.string() }).nullable(),
      unannounced: UnannouncedYear,
      now: Instant,
    }),
    errors: [],
    budget: lineBudget,
  }),
  /** A line with its stops, its trips over the next weeks and one's own stops. */
  openLine: query({
    access: 'employee',
    input: z.strictObject({ lineId: ShuttleId }),
    output: Opened,
    errors: ['SELFSERVICE_LINE_MISSING'],
    budget: lineBudget,
  }),
  /** A line by type of day: each told by the next day of that type. */
  openTimetable: query({
    access: 'employee',
    input: z.strictObject({ lineId: ShuttleId }),
    output: Timetable,
    errors: ['SELFSERVICE_LINE_MISSING'],
    budget: lineBudget,
  }),
  /** Makes a line a favourite, with one's own stop of a direction; another stop takes its place. */
  favourLine: command({
    access: 'employee',
    idempotency: 'natural',
    input: z.strictObject({ lineId: ShuttleId, directionId: z.enum(['0', '1']), stopId: ShuttleId }),
    output: z.object({ favourite: z.array(OwnStop) }),
    errors: ['SELFSERVICE_LINE_MISSING', 'SELFSERVICE_STOP_MISSING', 'SELFSERVICE_FAVOURITES_FULL'],
    budget: { requests: 5, because: 'as a line, and the favourite read and written' },
  }),
  unfavourLine: command({
    access: 'employee',
    idempotency: 'natural',
    input: z.strictObject({ lineId: ShuttleId }),
    output: z.object({ favoured: z.literal(false) }),
    errors: [],
  }),
}
