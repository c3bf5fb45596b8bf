import { timeField } from '@domain/booking/wording'
import type { Instant } from '@domain/kernel/time'
import { sendIfPermitted } from '../notice/public'
import type { PlaceDocument } from './store'

// The page reads its own parameters: see `usePageParams` in it.
const ticketPage = (placeId: string) =>
  `rooms/booking/pages/ticket/index?placeId=${encodeURIComponent(placeId)}`

/** A subscribe message, if allowed: a seat is held for this person until then. After the commit; one request, two when it is. */
export async function tellOffered(place: PlaceDocument, until: Instant): Promise<void> {
  await tell(place, 'seatOffered', [place.title, timeField(until), '有人退出，轮到你了'])
}

/** A subscribe message, if allowed: it begins soon. After the commit; one request, two when it is. */
export async function tellSoon(place: PlaceDocument): Promise<void> {
  await tell(place, 'sessionSoon', [place.title, timeField(place.startsAt), place.venue])
}

async function tell(
  { _id, employeeId }: PlaceDocument,
  template: 'seatOffered' | 'sessionSoon',
  values: string[],
): Promise<void> {
  await sendIfPermitted({ employeeId, template, page: ticketPage(_id), values })
}
