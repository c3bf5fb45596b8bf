import { columns } from '@domain/content/article'
import type { api, Output } from '@/api'
import { sayWhen } from '@/ui/clock/moment'

export type ArticleCard = NonNullable<Output<typeof api.content.openHome>['lead']>
export type Article = Output<typeof api.content.openArticle>['article']

const READ_FROM = 95

/** "集团 · 今天 7:00 · 3,412 人看过": what is not known yet is not said. */
export function metaOf({ column, publishAt, views }: ArticleCard, now: number): string {
  const seen = views > 0 ? `${views.toLocaleString('en-US')} 人看过` : ''
  return [columns[column], sayWhen(publishAt, now), seen].filter(Boolean).join(' · ')
}

/** "昨天 9:00 改过", "11 月 17 日改过": a number stands apart from what follows. */
export const thenSaid = (when: string, word: string) => `${when}${/\d$/.test(when) ? ' ' : ''}${word}`

type DeskArticle = Output<typeof api.content.openNewsroom>['articles'][number]

/** Beside an article in the newsroom: when it appeared or is to; while it does neither, when it was last changed. */
export function whenOf({ state, publishAt, changedAt }: DeskArticle, now: number): string {
  const appears = state === 'published' || state === 'scheduled'
  if (!appears || publishAt === null) return thenSaid(sayWhen(changedAt, now), '改过')
  return state === 'scheduled' ? thenSaid(sayWhen(publishAt, now), '发布') : sayWhen(publishAt, now)
}

/** "读到 40%" for what was begun, how long it takes for what was not. */
export function stretchOf({ progress, minutes }: ArticleCard): string {
  if (progress === null) return `${minutes} 分钟`
  return progress >= READ_FROM ? '读过' : progress > 0 ? `读到 ${progress}%` : '打开过'
}

/** "11 月 26 日前确认": up to when what must be read is to be confirmed. */
export const confirmBy = (on: string): string =>
  `${Number(on.slice(5, 7))} 月 ${Number(on.slice(8))} 日前确认`
