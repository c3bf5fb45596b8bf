import { momentLabel, timeField, whatOf } from '@domain/booking/wording'
import type { Instant } from '@domain/kernel/time'
import { sendIfPermitted } from '../notice/public'
import type { PlaceDocument } from './store'

// The page reads its own parameters: see `usePageParams` in it.
const ticketPage = ({ _id, kind }: PlaceDocument) =>
  `rooms/booking/pages/${kind === 'visit' ? 'visit' : 'ticket'}/index?placeId=${encodeURIComponent(_id)}`

/** Which of many hours it is; in twenty characters, which is all that WeChat takes. */
const sayTurn = ({ kind, startsAt }: PlaceDocument) =>
  kind === 'event' ? '有人退出，轮到你了' : `${momentLabel(startsAt, 0)} 轮到你了`

/** A subscribe message, if allowed: a seat is held for this person until then. After the commit; one request, two when it is. */
export async function tellOffered(place: PlaceDocument, until: Instant): Promise<void> {
  await tell(place, 'seatOffered', [whatOf(place), timeField(until), sayTurn(place)])
}

/** A subscribe message, if allowed: it begins soon. After the commit; one request, two when it is. */
export async function tellSoon(place: PlaceDocument): Promise<void> {
  await tell(place, 'sessionSoon', [whatOf(place), timeField(place.startsAt), place.venue])
}

/** A subscribe message, if allowed: a closure took the seat, and another one is held until then. After the commit. */
export async function tellRehoused(place: PlaceDocument, until: Instant): Promise<void> {
  await tell(place, 'seatOffered', [
    whatOf(place),
    timeField(until),
    `换到 ${momentLabel(place.startsAt, 0)}`,
  ])
}

async function tell(
  place: PlaceDocument,
  template: 'seatOffered' | 'sessionSoon',
  values: string[],
): Promise<void> {
  await sendIfPermitted({ employeeId: place.employeeId, template, page: ticketPage(place), values })
}
