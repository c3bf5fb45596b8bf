import type { Instant } from '../kernel/time'
import type { TemplateName } from './kinds'

/** How many messages of each template may still go out to a person. */
export type PermissionsLeft = Partial<Record<TemplateName, number>>

export const nothingLeft: Readonly<Record<TemplateName, number>> = {
  applicationDecided: 0,
  applicationWaiting: 0,
  orderProgress: 0,
  seatOffered: 0,
  sessionSoon: 0,
  articleOut: 0,
  goodReady: 0,
}

/** What became of one template over time: every acceptance, every message, and when the last prompt was answered. */
export interface PermissionRecord {
  accepted: number
  refused: number
  sent: number
  answeredAt: Instant
}

export type PermissionRecords = Partial<Record<TemplateName, Partial<PermissionRecord>>>

/**
 * What is left after the phone has asked once more: an acceptance is one message more, a refusal takes back what was
 * accepted before, because the last word counts. Naming a template twice is naming it once.
 */
export function permissionsAfter(
  left: PermissionsLeft,
  accepted: readonly TemplateName[],
  refused: readonly TemplateName[],
): PermissionsLeft {
  const gained = [...new Set(accepted)].map(template => [template, (left[template] ?? 0) + 1] as const)
  const lost = refused.map(template => [template, 0] as const)
  return { ...left, ...Object.fromEntries(gained), ...Object.fromEntries(lost) }
}

/** The records after one prompt: each template that it named was answered once, by a refusal if by both. */
export function recordsAfter(
  records: PermissionRecords,
  accepted: readonly TemplateName[],
  refused: readonly TemplateName[],
  at: Instant,
): PermissionRecords {
  const answered = [...new Set([...accepted, ...refused])].map(template => {
    const before = records[template]
    const isRefused = refused.includes(template)
    const after: PermissionRecord = {
      accepted: (before?.accepted ?? 0) + (isRefused ? 0 : 1),
      refused: (before?.refused ?? 0) + (isRefused ? 1 : 0),
      sent: before?.sent ?? 0,
      answeredAt: at,
    }
    return [template, after] as const
  })
  return { ...records, ...Object.fromEntries(answered) }
}
