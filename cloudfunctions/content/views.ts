import { isOut } from '@domain/content/article'
import type { ArticleCardView } from '@domain/content/schemas'
import type { Instant } from '@domain/kernel/time'
import { audienceKeysOf } from '@domain/notice/news'
import type { Employee } from '@platform/context'
import type { ArticleDocument, ReadingDocument, TallyDocument } from './store'

/** What a list reads of an article: neither its body nor its search terms. */
export const cardFields = [
  '_id',
  'title',
  'summary',
  'column',
  'coverId',
  'coverRefused',
  'publishAt',
  'askedAt',
  'minutes',
  'mustRead',
  'onTop',
  'orderKey',
  'shownTo',
  'state',
] as const satisfies readonly (keyof ArticleDocument)[]

export type Card = Pick<ArticleDocument, (typeof cardFields)[number]>

export function cardView(
  { _id, title, summary, column, coverId, coverRefused, publishAt, minutes, mustRead, onTop }: Card,
  tally: Pick<TallyDocument, 'views'> | undefined,
  reading: Pick<ReadingDocument, 'progress'> | undefined,
): ArticleCardView {
  return {
    articleId: _id,
    title,
    summary,
    column,
    coverId: coverRefused ? '' : (coverId ?? ''),
    publishAt,
    minutes,
    mustRead,
    onTop,
    views: tally?.views ?? 0,
    progress: reading?.progress ?? null,
  }
}

/** The keys of the audiences that a reader belongs to. */
export function keysOf({ site, department }: Pick<Employee, 'site' | 'department'>): string[] {
  return audienceKeysOf({ site, department, associationIds: [] })
}

/** Whether an article is there for a reader, by the clock. */
export function isFor(
  article: Pick<ArticleDocument, 'shownTo' | 'state' | 'publishAt'>,
  reader: Pick<Employee, 'site' | 'department'>,
  now: Instant,
): boolean {
  return isOut(article, now) && keysOf(reader).includes(article.shownTo)
}
