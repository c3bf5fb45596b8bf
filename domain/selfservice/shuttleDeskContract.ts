import * as z from 'zod'
import { command, query } from '../kernel/contract'
import { Count, FileId, Id, Instant, line, Reason, text } from '../kernel/schema'
import { feedNoteCodes, feedProblemCodes } from './gtfs/problems'
import { networkLimits } from './network'
import {
  Agency,
  Change,
  Line,
  On,
  Service,
  ShuttleId,
  Stop,
  UnannouncedYear,
  VersionCard,
} from './shuttleViews'

const access = 'selfservice.shuttle.edit'
/** Which draft is changed, as it was when one began to change it. */
const Draft = { versionId: Id, revision: Count }
const draftErrors = [
  'SELFSERVICE_TIMETABLE_MISSING',
  'SELFSERVICE_TRANSITION_REFUSED',
  'SELFSERVICE_DRAFT_CHANGED',
] as const
const FeedFileId = FileId.regex(/^cloud:\/\/[\w.-]+\/feeds\/([\w-]+\/)?[\w-]+\.(zip|txt)$/)
const Saved = z.object({ revision: Count })
const wholeBudget = (requests: number) => ({
  requests,
  because: 'the whole timetable: versions, and the lines of the draft and of what counts now',
})

const Network = { agencies: z.array(Agency), stops: z.array(Stop), services: z.array(Service) }

/** Whoever keeps the timetable: drafts, versions, GTFS. */
export const shuttleDesk = {
  openShuttleDesk: query({
    access,
    input: z.strictObject({}),
    output: z.object({
      drafts: z.array(VersionCard),
      history: z.array(VersionCard),
      /** In time to name its days one by one. */
      unannounced: UnannouncedYear,
      now: Instant,
    }),
    errors: [],
  }),
  /** The draft that is being edited, or a new one of the timetable as it was published last. */
  startDraft: command({
    access,
    input: z.strictObject({}),
    output: z.object({ versionId: z.string() }),
    errors: [],
    budget: wholeBudget(7),
  }),
  openDraft: query({
    access,
    input: z.strictObject({ versionId: Id }),
    output: z.object({
      version: VersionCard,
      ...Network,
      lines: z.array(
        z.object({
          lineId: z.string(),
          name: z.string(),
          path: z.string(),
          agencyId: z.string(),
          trips: Count,
          stopIds: z.array(z.string()),
          serviceIds: z.array(z.string()),
        }),
      ),
      now: Instant,
    }),
    errors: ['SELFSERVICE_TIMETABLE_MISSING'],
  }),
  /** One line of a draft, and as it is published, for comparison. */
  openDraftLine: query({
    access,
    input: z.strictObject({ versionId: Id, lineId: ShuttleId }),
    output: z.object({
      version: VersionCard,
      ...Network,
      line: Line,
      published: Line.nullable(),
      now: Instant,
    }),
    errors: ['SELFSERVICE_TIMETABLE_MISSING', 'SELFSERVICE_LINE_MISSING'],
    budget: wholeBudget(4),
  }),
  saveLine: command({
    access,
    input: z.strictObject({ ...Draft, line: Line }),
    output: Saved,
    errors: [...draftErrors, 'SELFSERVICE_TIMETABLE_WRONG'],
  }),
  removeLine: command({
    access,
    input: z.strictObject({ ...Draft, lineId: ShuttleId }),
    output: Saved,
    errors: [...draftErrors, 'SELFSERVICE_LINE_MISSING'],
  }),
  /** Whose buses they are and where they stop: all of them. */
  savePlaces: command({
    access,
    input: z.strictObject({
      ...Draft,
      agencies: z.array(Agency).max(networkLimits.agenciesMax),
      stops: z.array(Stop).max(networkLimits.stopsMax),
    }),
    output: Saved,
    errors: [...draftErrors, 'SELFSERVICE_TIMETABLE_WRONG'],
  }),
  /** On which days trips run: all of them. */
  saveServices: command({
    access,
    input: z.strictObject({ ...Draft, services: z.array(Service).max(networkLimits.servicesMax) }),
    output: Saved,
    errors: [...draftErrors, 'SELFSERVICE_TIMETABLE_WRONG'],
  }),
  /** What publishing a draft would do: to which lines, and how many would be told. */
  previewDraft: query({
    access,
    input: z.strictObject({ versionId: Id }),
    output: z.object({
      version: VersionCard,
      changes: z.array(Change),
      /** What keeps it from being published: `lines.0.directions.1.trips.2`. */
      problems: z.array(z.object({ path: z.string(), code: z.string() })),
      /** Colleagues who favour a line that changes. */
      followers: Count,
      /** No earlier than this. */
      earliestOn: z.string(),
      /** The version that waits to begin and that this one has to follow; null: none does. */
      waiting: z.object({ number: Count, effectiveOn: z.string() }).nullable(),
      /** Another version was published meanwhile: this draft is of an old one. */
      stale: z.boolean(),
      now: Instant,
    }),
    errors: ['SELFSERVICE_TIMETABLE_MISSING'],
    budget: wholeBudget(7),
  }),
  /** From its day on the draft counts; those who favour a line that changes are told now and the evening before. */
  publishDraft: command({
    access,
    input: z.strictObject({ ...Draft, effectiveOn: On, note: text(2, 200) }),
    output: z.object({ number: Count, effectiveOn: z.string() }),
    errors: [
      ...draftErrors,
      'SELFSERVICE_TIMETABLE_STALE',
      'SELFSERVICE_TIMETABLE_WRONG',
      'SELFSERVICE_DATE_WRONG',
      'CONTENT_REJECTED',
      'CONTENT_CHECK_UNAVAILABLE',
    ],
    budget: wholeBudget(12),
  }),
  dropDraft: command({
    access,
    input: z.strictObject({ versionId: Id }),
    output: z.object({ dropped: z.literal(true) }),
    errors: ['SELFSERVICE_TIMETABLE_MISSING', 'SELFSERVICE_TRANSITION_REFUSED'],
  }),
  /** Takes back a version that has not begun and those published after it; what was published before goes on. */
  withdrawTimetable: command({
    access,
    input: z.strictObject({ versionId: Id, reason: Reason }),
    output: z.object({ withdrawn: z.literal(true) }),
    errors: [
      'SELFSERVICE_TIMETABLE_MISSING',
      'SELFSERVICE_TRANSITION_REFUSED',
      'CONTENT_REJECTED',
      'CONTENT_CHECK_UNAVAILABLE',
    ],
    budget: {
      requests: 12,
      because: 'caller; version, list of versions, each that is taken back and result',
    },
  }),
  /** Reads a GTFS feed: a report by file and line, and where nothing is wrong a draft of its own. */
  checkFeed: command({
    access,
    input: z.strictObject({
      /** One zip, or the txt files themselves. */
      files: z
        .array(z.strictObject({ fileId: FeedFileId, name: line(1, 80) }))
        .min(1)
        .max(20),
    }),
    output: z.object({
      /** Null: there are problems, and nothing was changed. */
      versionId: z.string().nullable(),
      problems: z.array(
        z.object({ file: z.string(), line: Count, field: z.string(), code: z.enum(feedProblemCodes) }),
      ),
      /** Beyond those shown. */
      moreProblems: Count,
      notes: z.array(z.object({ file: z.string(), code: z.enum(feedNoteCodes), count: Count })),
      counts: z.object({ lines: Count, stops: Count, services: Count, trips: Count }).nullable(),
    }),
    errors: ['SELFSERVICE_FEED_UNREADABLE', 'SELFSERVICE_FEED_TOO_LARGE'],
    budget: { requests: 7, because: 'caller, list of versions, version; lines at once; version and result' },
  }),
  /** A version as a GTFS zip, in base64. The same version always gives the same bytes. */
  exportFeed: query({
    access,
    input: z.strictObject({ versionId: Id }),
    output: z.object({ fileName: z.string(), zip: z.string() }),
    errors: ['SELFSERVICE_TIMETABLE_MISSING'],
  }),
}
