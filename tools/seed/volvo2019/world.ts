import { deliveredRules } from '../../../domain/coin/rules'
import { startOfDay } from '../../../domain/kernel/time'
import type { Engine } from '../../local-cloud/engine/index'
import { developmentCodeKey } from '../../local-cloud/functions/environment'
import { chanceOf } from '../chance'
import { book } from '../ledger'
import { answersTo } from './answers'
import { FIRST, HAPPY_SINCE, VISITS } from './calendar'
import { ordersOf } from './orders'
import { drawing, rosterOf } from './people'
import { talkOf } from './talk'
import { presidentsAmong, unionOf } from './union'
import { visitsOf } from './visits'

/** Another one gives another world of the same size. */
const SEED = 2019

const announced = {
  by: { employeeId: 'VC000001', name: '工会' },
  why: '先看没有 Happy Hour 的社区，再开早晚两段',
  announcedAt: 0,
  withdrawn: null,
}

/** Without a Happy Hour at first; then both windows. What is earned is as delivered. */
const rules = [
  { _id: 'v2', ...announced, version: 2, effectiveAt: startOfDay(FIRST), happyHours: [] },
  {
    _id: 'v3',
    ...announced,
    version: 3,
    effectiveAt: startOfDay(HAPPY_SINCE),
    happyHours: deliveredRules.happyHours,
  },
]

interface Size {
  /** Fewer visits, for a test that has little time. */
  visits?: number
  /** Without what people wrote and earned. */
  silent?: boolean
}

/**
 * November 2018 to August 2019 as the brief tells it, raw: the roster, every visit and post, what they earned, who asked to
 * join which association. The figures
 * are counted from it by the timer, and nowhere else. The same each time.
 */
export async function seedVolvo2019(
  engine: Engine,
  { visits = VISITS, silent = false }: Size = {},
): Promise<void> {
  process.env.STATS_KEY ??= developmentCodeKey
  const chance = chanceOf(SEED)
  const roster = rosterOf(chance)
  const draw = drawing(roster, chance)
  const insert = (collection: string, documents: readonly object[]) =>
    engine.insertMany(
      collection,
      documents.map(document => ({ ...document })),
    )
  await insert('identity_employees', presidentsAmong(roster))
  await insert('coin_rules', rules)
  await insert('forum_boards', [{ _id: 'life', name: '生活', closed: false, order: 1 }])
  if (!silent) {
    const { posts, deeds } = talkOf(roster, draw, chance)
    // Drawn by themselves, so that visits stay those that they were.
    const others = chanceOf(SEED + 1)
    const said = answersTo(posts, roster, drawing(roster, others), others)
    const earned = [...deeds, ...said.deeds]
    const bought = ordersOf(book(earned).entries, roster, others)
    const books = book([...earned, ...bought.deeds])
    await insert('forum_comments', said.comments)
    await insert('mall_orders', bought.orders)
    await insert('forum_posts', posts)
    await insert('coin_accounts', books.accounts)
    await insert('coin_entries', books.entries)
    // By themselves as well: what was there before stays what it was.
    const union = unionOf(roster, chanceOf(SEED + 2))
    await insert('union_associations', union.associations)
    await insert('union_memberships', union.memberships)
  }
  for (const batches of visitsOf(roster, draw, chance, visits)) await insert('stats_batches', batches)
}
