import type { Instant } from '@domain/kernel/time'
import type { OptionalKind, PersonalKind, TemplateName } from '@domain/notice/kinds'
import type { Audience, Voice } from '@domain/notice/news'
import type { OfferAnswer } from '@domain/notice/offer'
import type { PermissionRecords, PermissionsLeft } from '@domain/notice/permissions'
import { collection, type Document, type Patch } from '@platform/collection'
import { isDuplicate } from '@platform/databaseErrors'

export interface NoticeTarget {
  kind:
    | 'post'
    | 'association'
    | 'order'
    | 'product'
    | 'application'
    | 'rebind'
    | 'statement'
    | 'happyHour'
    | 'place'
    | 'visit'
    | 'founding'
    | 'event'
    | 'host'
    | 'review'
    | 'news'
    | 'line'
    | 'ticket'
    | 'claims'
    | 'claimDesk'
    | 'term'
    | 'document'
    | 'suggestion'
    | 'position'
    | 'candidacy'
    | 'draft'
    | 'report'
    | 'broadcast'
    | 'rules'
    | 'leaving'
    | 'roles'
    | 'article'
  id: string
  /** The comment under a post that it is about. */
  commentId?: string
}

/** One notice in one person's inbox; ids are ULIDs, so that the newest sorts last. */
export interface NoticeDocument extends Document {
  employeeId: string
  kind: PersonalKind
  title: string
  body: string
  read: boolean
  at: Instant
  target: NoticeTarget | null
  /** The colleague whose doing it tells of, by name; absent where it is nobody's alone. */
  from?: string
  /** The number of that colleague, for their picture. */
  fromId?: string
  /** A seat that is held for the reader, to be taken or given on where they read of it. */
  offer?: HeldOffer
}

export interface HeldOffer {
  placeId: string
  expiresAt: Instant
  /** Whole coins that taking it costs. */
  fee: number
  answer: OfferAnswer | null
}

/**
 * What a person lets us send and wants to hear, and how far they have read the news. WeChat has no way to ask what was
 * accepted. The id is the employee number; whoever has never answered anything has no such document.
 */
export interface PermissionDocument extends Document {
  left: PermissionsLeft
  /** Where `left` comes from. */
  records?: PermissionRecords
  /** Kinds that stay out of the inbox: written all the same, neither listed nor counted. */
  off?: OptionalKind[]
  /** Templates that are not sent, though accepted. */
  unwanted?: TemplateName[]
  /** Whether messages go out at night as well. */
  loud?: boolean
  /** All news up to then has been read, and of what came after, these. */
  newsReadTo?: Instant
  newsRead?: string[]
}

/** What many are told at once: written once and found by whoever it is for. Ids are ULIDs. */
export interface NewsDocument extends Document {
  title: string
  body: string
  voice: Voice
  from: string
  audience: Audience
  /** "上海的同事" */
  to: string
  /** `audienceKey`; empty once it was withdrawn, so that no inbox finds it. */
  audienceKey: string
  /** The same, and it stays. */
  sentKey: string
  state: 'sent' | 'withdrawn'
  reach: number
  sentBy: { employeeId: string; name: string }
  /** The article that it tells of; absent: it stands for itself. */
  articleId?: string
  at: Instant
}

/** A subscribe message of the night; its acceptance is taken already. The timer sends it, or puts it off till morning. */
export interface HeldDocument extends Document {
  employeeId: string
  template: TemplateName
  page: string
  values: string[]
  newsId?: string
  dueAt: Instant
}

export const notices = collection<NoticeDocument>('notice_messages')
export const news = collection<NewsDocument>('notice_news')
export const held = collection<HeldDocument>('notice_held')
export const permissions = collection<PermissionDocument>('notice_permissions')

/** Changes somebody's document, making it first where there is none. One request, three the first time. */
export async function noteOf(employeeId: string, patch: Patch<PermissionDocument>): Promise<void> {
  const write = () => permissions.updateWhere({ _id: employeeId }, patch)
  if ((await write()) > 0) return
  try {
    await permissions.insert({ _id: employeeId, left: {} })
  } catch (error) {
    // It was there, and the patch changed nothing of it; or another execution has made it.
    if (!isDuplicate(error)) throw error
  }
  await write()
}
