import * as z from 'zod'
import { isUploadedPicture } from '../forum/images'
import { command, query } from '../kernel/contract'
import { limits } from '../kernel/limits'
import { Count, Cursor, FileId, Id, Instant, NextCursor, Person } from '../kernel/schema'

/** A picture on an association's wall. */
export const Photo = z.object({
  photoId: z.string(),
  fileId: z.string(),
  by: Person,
  at: Instant,
  /** WeChat's machine has not looked at it yet: only who put it up sees it. */
  checking: z.boolean(),
  /** Whether the caller may take it down: their own, and for a president any. */
  removable: z.boolean(),
})

/** Some photos of a wall, the newest first. */
export const PhotoPage = z.object({
  photos: z.array(Photo),
  next: NextCursor,
  /** Whether the caller may put pictures up. */
  mayAdd: z.boolean(),
})

/** The photo wall of an association: members put pictures up, everybody sees what has passed the check. */
export const photos = {
  listPhotos: query({
    access: 'employee',
    input: z.strictObject({ associationId: Id, after: Cursor.optional() }),
    output: PhotoPage.extend({ now: Instant }),
    errors: [],
  }),
  addPhotos: command({
    access: 'employee',
    publishes: true,
    input: z.strictObject({
      associationId: Id,
      fileIds: z.array(FileId.refine(isUploadedPicture)).min(1).max(limits.postImagesMax),
    }),
    output: z.object({ added: Count }),
    errors: ['UNION_MEMBERS_ONLY', 'FORUM_IMAGE_MISSING', 'CONTENT_CHECK_UNAVAILABLE'],
    budget: {
      requests: 4 + limits.postImagesMax,
      because: 'caller, receipt and membership; each picture, and the result',
    },
  }),
  removePhoto: command({
    access: 'employee',
    input: z.strictObject({ photoId: Id }),
    output: z.object({ removed: z.literal(true) }),
    errors: ['UNION_PHOTO_MISSING'],
  }),
}

export type PhotoView = z.infer<typeof Photo>
