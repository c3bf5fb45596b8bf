/** How notices are gathered in the inbox. */
export const noticeKinds = ['todo', 'talk', 'union', 'coin', 'order', 'account'] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** Subscribe-message templates: one acceptance lets one message out. Their WeChat ids are configuration. */
export const templateNames = [
  'applicationDecided',
  'orderProgress',
  'applicationWaiting',
  'seatOffered',
  'sessionSoon',
] as const
export type TemplateName = (typeof templateNames)[number]
