import type { TemplateName } from './kinds'

/** How many messages of each template may still go out to a person. */
export type PermissionsLeft = Partial<Record<TemplateName, number>>

export const nothingLeft: Readonly<Record<TemplateName, number>> = {
  applicationDecided: 0,
  applicationWaiting: 0,
  orderProgress: 0,
  seatOffered: 0,
  sessionSoon: 0,
}

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
