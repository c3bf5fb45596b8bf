import * as z from 'zod'
import { isUploadedPicture } from '../forum/images'
import { command, query } from '../kernel/contract'
import { limits } from '../kernel/limits'
import { RichText } from '../kernel/richTextSchema'
import { Count, Cursor, FileId, Id, Instant, NextCursor, Person } from '../kernel/schema'
import { Photo } from './photoContract'

/** How an event was, in its host's words. */
const Recap = z.object({ words: RichText, by: Person, at: Instant })

/** What an event's page shows once it has begun. */
export const Afterwards = z.object({
  recap: Recap.nullable(),
  photos: z.array(Photo),
  next: NextCursor,
  /** Whether the caller may put pictures up, and tell how it was. */
  mayAdd: z.boolean(),
  mayTell: z.boolean(),
})

/** After an event: what its host says of it, and the pictures of those who were there. */
export const recaps = {
  /** Writes it or writes it anew; those who were there are told once. */
  writeRecap: command({
    access: 'union.events.manage',
    publishes: true,
    input: z.strictObject({
      eventId: Id,
      /** Its pictures are those of `addEventPhotos`. */
      words: RichText.refine(blocks => blocks.every(({ kind }) => kind !== 'picture'), {
        message: 'no pictures in the words',
      }),
    }),
    output: z.object({ eventId: z.string() }),
    errors: ['UNION_EVENT_MISSING', 'UNION_EVENT_NOT_OVER', 'CONTENT_REJECTED', 'CONTENT_CHECK_UNAVAILABLE'],
    budget: {
      requests: 6,
      because: 'caller, receipt; event and session; the event again, its change and result',
    },
  }),
  removeRecap: command({
    access: 'union.events.manage',
    input: z.strictObject({ eventId: Id }),
    output: z.object({ eventId: z.string() }),
    errors: ['UNION_EVENT_MISSING'],
  }),
  addEventPhotos: command({
    access: 'employee',
    publishes: true,
    input: z.strictObject({
      eventId: Id,
      fileIds: z.array(FileId.refine(isUploadedPicture)).min(1).max(limits.postImagesMax),
    }),
    output: z.object({ added: Count }),
    errors: [
      'UNION_EVENT_MISSING',
      'UNION_ATTENDEES_ONLY',
      'FORUM_IMAGE_MISSING',
      'CONTENT_CHECK_UNAVAILABLE',
    ],
    budget: {
      requests: 5 + limits.postImagesMax,
      because: 'caller, event, session and own place; each picture, and the result',
    },
  }),
  /** The pictures of an event after those that its page has shown. */
  listEventPhotos: query({
    access: 'employee',
    input: z.strictObject({ eventId: Id, after: Cursor.optional() }),
    output: z.object({ photos: z.array(Photo), next: NextCursor, now: Instant }),
    errors: ['UNION_EVENT_MISSING'],
  }),
}

export type RecapView = z.infer<typeof Recap>
export type AfterwardsView = z.infer<typeof Afterwards>
