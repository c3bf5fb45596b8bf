import { dayOf } from '@domain/kernel/time'
import { sayChange } from '@domain/selfservice/changes'
import { selfservice } from '@domain/selfservice/contract'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { requireTimetable } from './drafts'
import { outlookOf } from './publishing'
import { versionCardOf } from './shuttleViews'
import { favourites } from './store'

const PROBLEMS_SHOWN = 20

export const previewDraft = handle(selfservice.previewDraft, async ({ now }, { versionId }) => {
  const draft = await requireTimetable(versionId)
  const { shuttle, changes, problems, stale } = await outlookOf(draft)
  const lineIds = changes.map(({ lineId }) => lineId)
  const followers = lineIds.length === 0 ? 0 : await favourites.count({ lineId: _.in(lineIds) })
  const today = dayOf(now)
  const last = shuttle.published.at(-1)
  const waiting = last && last.effectiveOn > today ? last : null
  return {
    version: versionCardOf(draft),
    changes: changes.map(change => ({ ...change, words: sayChange(change) })),
    problems: problems.slice(0, PROBLEMS_SHOWN),
    followers,
    earliestOn: waiting?.effectiveOn ?? today,
    waiting: waiting && { number: waiting.number, effectiveOn: waiting.effectiveOn },
    stale,
    now,
  }
})
