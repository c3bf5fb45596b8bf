import type { Day } from '@domain/kernel/time'
import { decidedIn } from '@platform/decidedOn'
import { articles } from './store'

/** The articles that a chief editor decided on a day: let appear, or sent back. One request. */
export const articlesDecidedOn = (on: Day) =>
  decidedIn(articles, on, {
    at: 'decidedAt',
    fields: ['handedInAt', 'decidedAt'],
    since: ({ handedInAt }) => handedInAt ?? null,
    until: ({ decidedAt }) => decidedAt,
  })
