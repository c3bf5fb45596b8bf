import type { Instant } from '../kernel/time'
import type { Review } from './review'

/** When what was decided had come under review: with the first step after whatever was decided before; null: none is known. */
export function cameAt({ decision, trail }: Pick<Review, 'decision' | 'trail'>): Instant | null {
  let since: Instant | null = null
  for (const { what, at } of trail) {
    if (decision === null || at >= decision.at) break
    if (what === 'reported' || what === 'doubted') since ??= at
    else if (what !== 'hidden') since = null
  }
  return since
}
