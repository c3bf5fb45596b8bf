import * as z from 'zod'
import { command } from '../kernel/contract'
import { Count, FileId, Id, line } from '../kernel/schema'
import { centreFilmLimits } from './centreFilm'

/** Where the film is: the one that is there, an upload of the caller, or an address in the company's storage. */
const Source = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('kept') }),
  z.strictObject({ kind: z.literal('upload'), fileId: FileId }),
  z.strictObject({
    kind: z.literal('address'),
    url: z.url({ protocol: /^https$/, hostname: z.regexes.domain }).max(400),
  }),
])

/** The film of a centre, by whoever runs it. */
export const centreFilms = {
  /** Without a poster of its own a new film stands behind the centre's cover; null takes the film away. */
  saveCentreFilm: command({
    access: 'booking.centres.run',
    input: z.strictObject({
      centreId: Id,
      /** The film's, as the form showed it: somebody else's film is not written over. */
      version: Count,
      film: z
        .strictObject({
          title: line(2, centreFilmLimits.titleMax),
          seconds: z.number().int().min(1).max(centreFilmLimits.secondsMax),
          source: Source,
          posterFileId: FileId.optional(),
        })
        .nullable(),
    }),
    output: z.object({ saved: z.literal(true) }),
    errors: [
      'BOOKING_CENTRE_MISSING',
      'BOOKING_CENTRE_CHANGED',
      'BOOKING_FILM_MISSING',
      'BOOKING_FILM_UNFIT',
      'BOOKING_POSTER_MISSING',
      'BOOKING_POSTER_UNFIT',
      'CONTENT_REJECTED',
      'CONTENT_CHECK_UNAVAILABLE',
    ],
    budget: {
      requests: 7,
      because: 'caller, centre; centre twice and result; what is there now, where a film was replaced',
    },
  }),
}
