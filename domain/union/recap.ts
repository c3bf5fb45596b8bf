import type { Instant } from '../kernel/time'

interface Facts {
  state: 'proposed' | 'open' | 'calledOff' | 'closed'
  startsAt: Instant
  endsAt: Instant
}

const tookPlace = ({ state }: Pick<Facts, 'state'>) => state === 'open' || state === 'closed'

/** Whether its host may tell how it was: it took place, and is over. The end is included. */
export function mayTell(event: Pick<Facts, 'state' | 'endsAt'>, now: Instant): boolean {
  return tookPlace(event) && now >= event.endsAt
}

/** Whether somebody may add pictures of it: from its beginning its host, and whoever has been checked in. */
export function mayPicture(
  event: Facts,
  { hosting, attended }: { hosting: boolean; attended: boolean },
  now: Instant,
): boolean {
  return tookPlace(event) && (attended || (hosting && now >= event.startsAt))
}
