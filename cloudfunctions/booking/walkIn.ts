import type { PlaceDocument } from './store'

const PREFIX = 'walk-in-'

/** The name that a guest without a booking has in a place of theirs, where others have their employee number. */
export function walkInId(guestId: string): string {
  return `${PREFIX}${guestId}`
}

/** Whether a place is a guest's who came without a booking: nobody of the company, who reads no notice and books nothing. */
export function isWalkIn({ employeeId }: Pick<PlaceDocument, 'employeeId'>): boolean {
  return employeeId.startsWith(PREFIX)
}
