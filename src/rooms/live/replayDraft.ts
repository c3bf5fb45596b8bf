import { DAY_MS, dayOf, HOUR_MS, type Instant, startOfDay } from '@domain/kernel/time'
import type { Platform, PlatformKind } from '@domain/live/platform'

/** What is filled in so far of where a broadcast can be seen again. */
export interface ReplayDraft {
  kind: PlatformKind
  url: string
  finderUserName: string
  feedId: string
  appId: string
  path: string
  from: 'now' | 'morning'
}

const empty: ReplayDraft = {
  kind: 'web',
  url: '',
  finderUserName: '',
  feedId: '',
  appId: '',
  path: '',
  from: 'now',
}

export function replayDraftOf(replay: Platform | null): ReplayDraft {
  if (!replay) return empty
  return replay.kind === 'channels'
    ? { ...empty, ...replay, feedId: replay.feedId ?? '' }
    : { ...empty, ...replay }
}

/** Null while something is missing. */
export function replayOf({ kind, ...draft }: ReplayDraft): Platform | null {
  const [url, finderUserName, feedId, appId, path] = [
    draft.url,
    draft.finderUserName,
    draft.feedId,
    draft.appId,
    draft.path,
  ].map(text => text.trim()) as [string, string, string, string, string]
  if (kind === 'web') return /^https:\/\/\S+$/.test(url) ? { kind, url } : null
  if (kind === 'miniProgram') return /^wx[0-9a-f]{16}$/.test(appId) ? { kind, appId, path } : null
  return /^sph[\w-]{4,60}$/.test(finderUserName) && feedId !== '' ? { kind, finderUserName, feedId } : null
}

const MORNING_HOUR = 9

/** From when on it can be seen. */
export function replayFrom(from: ReplayDraft['from'], now: Instant): Instant {
  return from === 'now' ? now : startOfDay(dayOf(now + DAY_MS)) + MORNING_HOUR * HOUR_MS
}
