import type { Approval } from '@domain/approval/flow'
import type { RichTextView } from '@domain/kernel/richText'
import type { Day, Instant } from '@domain/kernel/time'
import type { AssociationCategory, PersonView, QuestionView } from '@domain/union/contract'
import type { EventChange, EventQuestion, Venue } from '@domain/union/eventContract'
import type { MembershipState } from '@domain/union/membership'
import type { RecapView } from '@domain/union/recapContract'
import type { Step } from '@domain/union/trail'
import { collection, type Document } from '@platform/collection'
import type * as z from 'zod'

/** One association. `members` is exact: it changes in the transaction that changes a membership. */
export interface AssociationDocument extends Document {
  name: string
  coverFileId: string
  site: string
  category: AssociationCategory
  members: number
  president: PersonView
  headline: string
  intro: string
  foundedOn: Day
  questions: QuestionView[]
  /** Whether it takes new members. */
  open: boolean
  /** The office has been offered to this member, who has not answered yet. */
  office?: OfficeOffer | null
  /** Who has left with the office, once it was said that somebody has to follow. Null or absent: nobody. */
  vacatedBy?: string | null
  /** How the office went from one to the next; steps are only ever added. */
  officeTrail?: OfficeStep[]
}

export interface OfficeOffer {
  to: PersonView
  by: { employeeId: string; name: string }
  at: Instant
}

export interface OfficeStep {
  action: 'offer' | 'accept' | 'decline' | 'withdraw'
  by: { employeeId: string; name: string }
  to: { employeeId: string; name: string }
  /** Whom a member follows who was named by somebody else; absent: the one who had offered it. */
  from?: { employeeId: string; name: string }
  at: Instant
}

/**
 * One person's standing in one association, from the first application on; the id is `<association>:<employee>`.
 * Name and cover of the association are copied, so that a list of applications is one request.
 */
export interface MembershipDocument extends Document {
  associationId: string
  associationName: string
  associationCoverFileId: string
  employeeId: string
  applicant: PersonView
  answers: { title: string; answer: string }[]
  reason: string
  state: MembershipState
  appliedAt: Instant
  /** `sortKey` of `appliedAt`: a person's own applications page by it. */
  appliedKey: string
  /** `sortKey` of when they became a member last, by which members are listed; null: never. */
  joinedKey: string | null
  /** `sortKey` of when a president decided the running round or revoked it, since many are decided at once; or null. */
  decidedKey: string | null
  /** When an application was last answered, whatever became of the membership since. Absent or null: never. */
  answeredAt?: Instant | null
  /** When the president is reminded of it next; null when nothing waits. */
  remindAt: Instant | null
  /** The applicant was told that nobody presides who could decide it. Absent: never. */
  stranded?: boolean
  /** When places in events for members are looked for next, since it has ended; null or absent: not any more. See `endSeats`. */
  seatsDueAt?: Instant | null
  trail: Step[]
  /** How many steps came before those that the trail keeps. Absent: none. */
  earlierSteps?: number
}

/** One event of an association. Its seats are the session of the same id in the booking room. */
export interface EventDocument extends Document {
  associationId: string
  associationName: string
  /** Of the association, which keeps both: lists are narrowed by them. */
  site: string
  category: AssociationCategory
  title: string
  body: RichTextView
  /** The pictures in its words, by their documents. */
  pictures: EventPicture[]
  coverFileId: string
  venue: z.output<typeof Venue>
  startsAt: Instant
  endsAt: Instant
  fee: number
  membersOnly: boolean
  questions: z.output<typeof EventQuestion>[]
  host: PersonView
  /** Whether the union agrees; null where nobody has to. */
  approval: Approval | null
  /** When its host asked for that; absent where nobody has to. */
  proposedAt?: Instant
  /** When the union last decided it or a change of it; absent: never. */
  decidedAt?: Instant
  /** How often it was changed; whoever decides or changes it says which they have seen. Absent: never. */
  version?: number
  /** What the union has to agree to again; until then the event stays as it is. Null or absent: nothing. */
  change?: z.output<typeof EventChange> | null
  /** Who has still to decide where it stands. */
  openIds: string[]
  /** When those are reminded next; null when nothing waits. */
  remindAt: Instant | null
  /** When it was last looked at who may decide, 0: at once; null when nothing waits. See `reseat`. */
  seatedAt: Instant | null
  /** It has been said that nobody may decide it. Absent: never. */
  stranded?: boolean
  /** Where it stands among the events, by beginning; unique. */
  listKey: string
  /** How it was, once its host has told. */
  recap?: RecapView | null
  /**
   * Up to whom those who were there have been told of the recap, by their place in the queue; null: all of them;
   * absent: nobody, because it was never told.
   */
  tellingAfter?: string | null
}

export interface EventPicture {
  fileId: string
  pictureId: string
}

/** An application to found an association, and how far the union has come with it. The id becomes the association's. */
export interface FoundingDocument extends Document {
  name: string
  category: AssociationCategory
  site: string
  headline: string
  intro: string
  reason: string
  applicant: PersonView
  approval: Approval
  /** Who has still to decide where it stands: for the list of what waits for somebody. */
  openIds: string[]
  /** When those are reminded next; null when it is over. */
  remindAt: Instant | null
  /** When it was last looked at who may decide, 0: at once; null when it is over. See `reseat`. */
  seatedAt: Instant | null
  /** It has been said that nobody may decide it. Absent: never. */
  stranded?: boolean
  createdAt: Instant
  decidedAt: Instant | null
}

/** A picture on the wall of an association. What WeChat has not passed is removed. */
export interface PhotoDocument extends Document {
  associationId: string
  /** The event that it was taken at; null: at none in particular. */
  eventId: string | null
  /** The community's own copy of what was uploaded. */
  fileId: string
  /** WeChat's name for its check of this picture. */
  traceId: string
  state: 'checking' | 'passed'
  /** It has become a cover, which needs its file. Absent: never. */
  isCover?: boolean
  by: PersonView
  at: Instant
}

/** A picture in the words of an event. What WeChat has not passed is removed, and so is not shown. */
export interface PictureDocument extends Document {
  eventId: string
  fileId: string
  traceId: string
  state: 'checking' | 'passed'
  at: Instant
}

export const associations = collection<AssociationDocument>('union_associations')
export const memberships = collection<MembershipDocument>('union_memberships')
export const foundings = collection<FoundingDocument>('union_foundings')
export const photos = collection<PhotoDocument>('union_photos')
export const pictures = collection<PictureDocument>('union_pictures')
export const events = collection<EventDocument>('union_events')

export function membershipIdOf(associationId: string, employeeId: string): string {
  return `${associationId}:${employeeId}`
}
