/** How pressing whoever asks finds it. */
export const urgencies = ['calm', 'soon', 'now'] as const
export type Urgency = (typeof urgencies)[number]

/** Working hours until a ticket should be resolved: twice the category's where it may wait, half where it may not. */
export function hoursFor(targetHours: number, urgency: Urgency): number {
  if (urgency === 'calm') return targetHours * 2
  return urgency === 'now' ? Math.ceil(targetHours / 2) : targetHours
}
