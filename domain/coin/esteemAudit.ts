import { dayOf } from '../kernel/time'
import { sumOf, type Worth } from './earning'
import { type Entry, worthOf } from './entry'
import { type Given, givenAfter, isWithinPairCaps } from './esteem'
import type { Difference } from './findings'
import type { CoinRules } from './rules'

/** What the likes that an author was paid for so far add up to. */
export interface EsteemWalk {
  given: Given[]
  /** Whose likes of each post or comment were paid. */
  paid: Map<string, Set<string>>
  /** What each post or comment has brought by likes in all. */
  worth: Map<string, Worth>
}

export function noEsteem(): EsteemWalk {
  return { given: [], paid: new Map(), worth: new Map() }
}

/** The post or comment of an earning by likes, whose source is `<post>.<number of the batch>`. */
function likedIn({ sourceId }: Entry): string {
  return sourceId.slice(0, sourceId.lastIndexOf('.'))
}

/** Judges whose likes an entry was paid for after those before it, then takes them into the walk. */
export function stepOfLikes(walk: EsteemWalk, entry: Entry, rules: CoinRules): Difference | null {
  const source = likedIn(entry)
  const paid = walk.paid.get(source) ?? new Set<string>()
  for (const liker of entry.likers ?? []) {
    const difference = likeOf(walk, entry, liker, rules, paid)
    if (difference) return difference
    paid.add(liker)
    walk.given = givenAfter(walk.given, [liker], entry.receivedAt)
  }
  walk.paid.set(source, paid)
  const before = walk.worth.get(source) ?? { amount: 0, experience: 0 }
  walk.worth.set(source, sumOf(before, worthOf(entry)))
  const times = entry.earning?.times ?? 0
  return times === entry.likers?.length
    ? null
    : { code: 'EARNING_WRONG', expected: entry.likers?.length ?? 0, actual: times }
}

function likeOf(
  { given }: EsteemWalk,
  { employeeId, receivedAt }: Entry,
  liker: string,
  rules: CoinRules,
  paid: ReadonlySet<string>,
): Difference | null {
  if (paid.has(liker)) return { code: 'LIKE_PAID_TWICE', expected: null, actual: liker }
  const within = isWithinPairCaps(rules.earning['forum.liked'], given, liker, receivedAt)
  return liker !== employeeId && within
    ? null
    : { code: 'PAIR_CAP_EXCEEDED', expected: null, actual: `${liker} on ${dayOf(receivedAt)}` }
}
