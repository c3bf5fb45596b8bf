import type { CandidateDocument } from '../../cloudfunctions/careers/store'
import type { HandDocument } from '../../cloudfunctions/coin/store'
import type { ArticleDocument } from '../../cloudfunctions/content/store'
import type { CommentDocument, PostDocument, ReviewDocument } from '../../cloudfunctions/forum/store'
import type { CorrectionDocument, RebindDocument } from '../../cloudfunctions/identity/store'
import type { SuggestionDocument } from '../../cloudfunctions/knowledge/store'
import type { OrderDocument } from '../../cloudfunctions/mall/store'
import { pseudonymOf } from '../../cloudfunctions/stats/pseudonym'
import type { EventDocument, FoundingDocument, MembershipDocument } from '../../cloudfunctions/union/store'
import type { Decided } from '../../domain/access/ages'
import { answersIn } from '../../domain/careers/candidate'
import type { Entry } from '../../domain/coin/entry'
import { cameAt } from '../../domain/forum/reviewAge'
import { dayOf, type Instant, MINUTE_MS } from '../../domain/kernel/time'
import { rankedOver } from '../../domain/stats/figures'
import { decisionMs } from '../../domain/union/lateness'

const TOP = 20

/** What the figures are counted from besides visits. */
export interface Lived {
  posts: readonly PostDocument[]
  comments: readonly CommentDocument[]
  entries: readonly Entry[]
  orders: readonly OrderDocument[]
  memberships: readonly MembershipDocument[]
  /** Every other collection in which something waits for a yes. */
  documents: Readonly<Record<string, readonly { _id: string }[]>>
}

type Moment = Instant | null | undefined

function waited<T>(collection: string, since: (found: T) => Moment, until: (found: T) => Moment) {
  return (documents: Lived['documents']): Decided[] =>
    (documents[collection] ?? []).flatMap(document => {
      const found = document as unknown as T
      const [began, ended] = [since(found) ?? null, until(found) ?? null]
      return began === null || ended === null ? [] : [{ since: began, until: ended }]
    })
}

const asked = ({ trail }: OrderDocument): Moment =>
  trail.filter(({ action }) => action === 'askReturn' || action === 'askExchange').at(-1)?.at

/** As the rooms tell the timer of it, kind by kind. */
const waits = [
  waited<FoundingDocument>(
    'union_foundings',
    ({ createdAt, approval }) => (approval.state === 'withdrawn' ? null : createdAt),
    ({ decidedAt }) => decidedAt,
  ),
  waited<EventDocument>(
    'union_events',
    ({ proposedAt }) => proposedAt,
    ({ decidedAt }) => decidedAt,
  ),
  waited<RebindDocument>(
    'identity_rebinds',
    ({ askedAt }) => askedAt,
    ({ decision }) => decision?.at,
  ),
  waited<CorrectionDocument>(
    'identity_corrections',
    ({ askedAt }) => askedAt,
    ({ decision }) => decision?.at,
  ),
  waited<ReviewDocument>('forum_reviews', cameAt, ({ decision }) => decision?.at),
  waited<ReviewDocument>(
    'forum_reviews',
    ({ appeal }) => appeal?.at,
    ({ appeal }) => appeal?.answer?.at,
  ),
  waited<OrderDocument>('mall_orders', asked, ({ answeredAt }) => answeredAt),
  waited<{ submittedAt: Instant; resolvedAt: Moment }>(
    'selfservice_tickets',
    ({ submittedAt }) => submittedAt,
    ({ resolvedAt }) => resolvedAt,
  ),
  waited<ArticleDocument>(
    'content_articles',
    ({ handedInAt }) => handedInAt,
    ({ decidedAt }) => decidedAt,
  ),
  waited<HandDocument>(
    'coin_hands',
    ({ askedAt }) => askedAt,
    ({ decision }) => decision?.at,
  ),
  waited<{ checkedAt: Instant; decision: { at: Instant } | null }>(
    'coin_batches',
    ({ checkedAt }) => checkedAt,
    ({ decision }) => decision?.at,
  ),
  waited<SuggestionDocument>(
    'knowledge_suggestions',
    ({ at }) => at,
    ({ answer }) => answer?.at,
  ),
  ({ careers_candidates: candidates = [] }: Lived['documents']): Decided[] =>
    candidates.flatMap(candidate => answersIn((candidate as CandidateDocument).trail)),
]

/** What each day has of something; telling a moment's day is what costs. */
function byDay<T>(items: readonly T[], at: (item: T) => number): (on: string) => T[] {
  const days = new Map<string, T[]>()
  for (const item of items) {
    const on = dayOf(at(item))
    days.set(on, [...(days.get(on) ?? []), item])
  }
  return on => days.get(on) ?? []
}

export function livedByDay({ posts, comments, entries, orders, memberships, documents }: Lived) {
  const admitted = memberships.flatMap(({ answeredAt, ...rest }) => {
    const waited = decisionMs(rest.trail)
    return !answeredAt || waited === null ? [] : [{ ...rest, since: answeredAt - waited, until: answeredAt }]
  })
  const elsewhere = waits.flatMap(waitedIn => waitedIn(documents))
  return {
    posts: byDay(posts, ({ postedAt }) => postedAt),
    comments: byDay(comments, ({ postedAt }) => postedAt),
    entries: byDay(entries, ({ receivedAt }) => receivedAt),
    orders: byDay(orders, ({ placedAt }) => placedAt),
    admitted: byDay(admitted, ({ until }) => until),
    decided: byDay<Decided>([...admitted, ...elsewhere], ({ until }) => until),
  }
}

const isOwn = ({ state, voice }: Pick<PostDocument, 'state' | 'voice'>) => state === 'live' && !voice

export function factsOn(on: string, lived: ReturnType<typeof livedByDay>) {
  // What stands beside an article is nobody's post.
  const made = lived.posts(on).filter(({ state }) => state !== 'beside')
  const own = made.filter(isOwn)
  const moved = lived.entries(on)
  const bought = lived.orders(on)
  const decided = lived.decided(on)
  const sum = (kind: Entry['kind']) =>
    moved.filter(entry => entry.kind === kind).reduce((all, { amount }) => all + amount, 0)
  const once = (name: string) => ({ name, count: 1 })
  const names = (ids: readonly string[]) => [...new Set(ids)].map(pseudonymOf).sort()
  const ranked = (list: { name: string; count: number }[]) => rankedOver([list], TOP)
  const joined = lived.admitted(on).filter(({ state }) => state === 'member')
  return {
    doing: {
      posted: names(own.map(({ author }) => author.employeeId)),
      earned: names(moved.filter(({ kind }) => kind === 'earn').map(({ employeeId }) => employeeId)),
      redeemed: names(bought.map(({ employeeId }) => employeeId)),
    },
    facts: {
      posts: own.length,
      postsPublished: made.length,
      comments: lived.comments(on).filter(isOwn).length,
      coinsEarned: sum('earn'),
      coinsSpent: -sum('spend'),
      coinsGiven: sum('give'),
      coinsTaken: -sum('take'),
      coinsNet: moved.reduce((all, { amount }) => all + amount, 0),
      redemptions: bought.length,
      approvals: decided.length,
      approvalMinutes: decided.map(({ since, until }) =>
        Math.max(0, Math.round((until - since) / MINUTE_MS)),
      ),
      topics: ranked(own.flatMap(({ topics }) => topics.map(({ name }) => once(name)))),
      associations: ranked(joined.map(({ associationName }) => once(associationName))),
      goods: ranked(bought.map(({ productName, quantity }) => ({ name: productName, count: quantity }))),
    },
  }
}
