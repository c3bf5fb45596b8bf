import type { Person } from '@domain/kernel/schema'
import type { Instant } from '@domain/kernel/time'
import type { TicketAction, TicketColumn, TicketState } from '@domain/selfservice/ticket'
import type { TicketAnswer, TicketCategory, TicketIcon } from '@domain/selfservice/ticketCategory'
import type { TicketClock } from '@domain/selfservice/ticketDeadline'
import type { Urgency } from '@domain/selfservice/ticketUrgency'
import type { Document } from '@platform/collection'
import type * as z from 'zod'

export interface CategoryDocument extends Document, TicketCategory {
  /** Where it stands in the form. */
  order: number
  version: number
}

/** The notice that tells of new words, while nobody has read it. */
export interface Told {
  noticeId: string
  employeeId: string
  count: number
}

/** What somebody asked of 行政. What was promised is copied, because a category may change afterwards. */
export interface TicketDocument extends Document, TicketClock {
  number: string
  employeeId: string
  requester: z.infer<typeof Person>
  categoryId: string
  category: string
  icon: TicketIcon
  targetHours: number
  site: string
  place: string
  title: string
  answers: TicketAnswer[]
  state: TicketState
  column: TicketColumn
  boardKey: string
  /** Grows with each change that two could make at once. */
  version: number
  /** Empty: nobody's. */
  assigneeId: string
  assigneeName: string
  submittedAt: Instant
  firstAnsweredAt: Instant | null
  resolvedAt: Instant | null
  trail: { action: TicketAction | 'escalate'; at: Instant; by: string; note: string | null }[]
  /** How pressing it was said to be. Absent: soon. */
  urgency?: Urgency
  /** Colleagues with whom it is the same. Absent: nobody. */
  followerIds?: string[]
  rating: { stars: number; words: string; at: Instant } | null
  messages: number
  toldOwner: Told | null
  toldHandler: Told | null
}

export interface TicketImage {
  fileId: string
  traceId: string
  state: 'checking' | 'passed'
}

/** Something said on a ticket. A `note` is the handlers' own. */
export interface MessageDocument extends Document {
  ticketId: string
  side: 'owner' | 'handler' | 'note'
  by: { employeeId: string; name: string }
  body: string
  images: TicketImage[]
  imagesState: 'none' | 'checking' | 'done'
  at: Instant
}
