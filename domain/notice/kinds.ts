/** How notices are gathered in the inbox. `official` is news alone: see `news.ts`. */
export const noticeKinds = [
  'todo',
  'reply',
  'mention',
  'like',
  'official',
  'talk',
  'union',
  'coin',
  'order',
  'service',
  'account',
  'knowledge',
] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** The kinds that a room writes to one person. */
export type PersonalKind = Exclude<NoticeKind, 'official'>

/**
 * What a person may leave out of the inbox. The others are owed to them: what waits for them, what was decided about
 * them, their orders and account, and what the company says.
 */
export const optionalKinds = ['reply', 'mention', 'like', 'coin'] as const satisfies readonly PersonalKind[]
export type OptionalKind = (typeof optionalKinds)[number]

/** The kinds that somebody sees who has left these out. */
export function kindsShown(off: readonly NoticeKind[]): PersonalKind[] {
  return noticeKinds.filter((kind): kind is PersonalKind => kind !== 'official' && !off.includes(kind))
}

/** Subscribe-message templates: one acceptance lets one message out. Their WeChat ids are configuration. */
export const templateNames = [
  'applicationDecided',
  'orderProgress',
  'applicationWaiting',
  'seatOffered',
  'sessionSoon',
  'articleOut',
  'goodReady',
] as const
export type TemplateName = (typeof templateNames)[number]
