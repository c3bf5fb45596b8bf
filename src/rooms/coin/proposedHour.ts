import { can } from '@domain/access/roles'
import { api, useQueryOf, useSession } from '@/api'
import { useDraft } from '@/rooms/useDraft'
import type { Draft, Hour } from './rulesDraft'

/** As the page of the rules keeps it: what was changed last on this phone, and of which version. */
interface Kept {
  version: number
  rules: Draft | null
}

const NOTHING: Kept = { version: 0, rules: null }

/** What a proposed window doubles, and when, until whoever writes the rules says otherwise. */
const usual: Pick<Hour, 'multiplier' | 'reasons' | 'weekdays'> = {
  multiplier: 2,
  reasons: ['forum.post', 'forum.comment'],
  weekdays: [1, 2, 3, 4, 5],
}

/** The draft with one more window; the same one is not put in twice. */
export function withProposed(draft: Draft, window: Pick<Hour, 'fromMinute' | 'toMinute'>): Draft {
  const { fromMinute, toMinute } = window
  const isThere = draft.happyHours.some(hour => hour.fromMinute === fromMinute && hour.toMinute === toMinute)
  if (isThere) return draft
  return { ...draft, happyHours: [...draft.happyHours, { ...usual, fromMinute, toMinute }] }
}

/**
 * Puts a window into the draft of the rules that lies on this phone; null for whoever may not write rules.
 * `put` does nothing until the rules have come.
 */
export function useRulesDraft() {
  const { me } = useSession()
  const mayWrite = me !== null && can(me.grants, 'coin.rules')
  const rules = useQueryOf(api.coin.openRules, {}, { enabled: mayWrite, kept: false }).data
  const kept = useDraft('coin.rules', NOTHING)
  if (!mayWrite) return null
  const current = rules?.versions.find(({ state }) => state === 'current')
  return {
    isReady: current !== undefined,
    put(window: Pick<Hour, 'fromMinute' | 'toMinute'>) {
      if (!current) return
      const { version } = current
      const draft = (kept.draft.version === version && kept.draft.rules) || (current.rules as Draft)
      kept.change({ version, rules: withProposed(draft, window) })
    },
  }
}
