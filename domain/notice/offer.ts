import type { Instant } from '../kernel/time'

/** What became of a seat that was held for the reader of a notice; `over`: neither, and it is gone. */
export const offerAnswers = ['accepted', 'declined', 'over'] as const
export type OfferAnswer = (typeof offerAnswers)[number]

/** How an offer stands for whoever reads of it now: what nobody has answered in time is over before anybody notes it. */
export function offerStanding(
  { expiresAt, answer }: { expiresAt: Instant; answer: OfferAnswer | null },
  now: Instant,
): OfferAnswer | 'open' {
  return answer ?? (now < expiresAt ? 'open' : 'over')
}
