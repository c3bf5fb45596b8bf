import type { Instant } from '@domain/kernel/time'
import type { NoticeKind } from '@domain/notice/kinds'
import type { PermissionsLeft } from '@domain/notice/permissions'
import { collection, type Document } from '@platform/collection'

export interface NoticeTarget {
  kind:
    | 'post'
    | 'association'
    | 'order'
    | 'application'
    | 'rebind'
    | 'statement'
    | 'place'
    | 'visit'
    | 'founding'
    | 'event'
    | 'review'
  id: string
}

/** One notice in one person's inbox; ids are ULIDs, so that the newest sorts last. */
export interface NoticeDocument extends Document {
  employeeId: string
  kind: NoticeKind
  title: string
  body: string
  read: boolean
  at: Instant
  target: NoticeTarget | null
}

/** What a person has accepted and how much of it is left; WeChat has no way to ask. The id is the employee number. */
export interface PermissionDocument extends Document {
  left: PermissionsLeft
}

export const notices = collection<NoticeDocument>('notice_messages')
export const permissions = collection<PermissionDocument>('notice_permissions')
