import { confirmedFrom } from '@domain/content/article'
import { DAY_MS, type Instant, MINUTE_MS } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { eachWhile, type Shift } from '@platform/shift'
import { departmentsOf } from '../identity/public'
import {
  type ArticleDocument,
  articles,
  type ReadingDocument,
  readings,
  type TallyDocument,
  tallies,
} from './store'

/** Longer than an execution lives: what was noted before is committed or never will be, so that no mark is lost. */
const SETTLING_MS = MINUTE_MS / 2
const AT_ONCE = 1_000

const NOBODY: Omit<TallyDocument, '_id'> = {
  views: 0,
  likes: 0,
  favourites: 0,
  confirmed: 0,
  departments: [],
  departmentsAt: 0,
  at: 0,
}

/**
 * Counts again whatever somebody has done since: a count of what is there, exact however often a run dies. What is noted
 * meanwhile keeps its mark. A thousand new readers of one article cost eight requests.
 */
export async function countReadings(now: Instant, shift: Shift): Promise<number> {
  const until = now - SETTLING_MS
  let counted = 0
  while (!shift.isOver()) {
    const fresh = await readings.find({
      where: { uncountedSince: _.gt(0) },
      orderBy: [['uncountedSince', 'asc']],
      limit: AT_ONCE,
      fields: ['_id', 'articleId', 'department', 'confirmed', 'uncountedSince'],
    })
    // What is not settled keeps its mark, but is counted along: the tally says that it knows all until now.
    const settled = fresh.filter(({ uncountedSince }) => uncountedSince <= until)
    for (const articleId of new Set(settled.map(reading => reading.articleId)))
      await count(
        articleId,
        fresh.filter(reading => reading.articleId === articleId),
        until,
      )
    counted += settled.length
    if (settled.length < AT_ONCE) break
  }
  return counted
}

async function count(articleId: string, fresh: readonly ReadingDocument[], until: Instant): Promise<void> {
  const [tally, article] = await Promise.all([tallies.get(articleId), articles.get(articleId)])
  const before = tally ?? { _id: articleId, ...NOBODY }
  const out = { articleId, since: article ? confirmedFrom(article) : 0 }
  const isAnew = before.at < out.since
  const at = Date.now()
  const moved = new Set(fresh.filter(({ confirmed }) => confirmed).map(({ department }) => department))
  const [views, likes, favourites, confirmed, departments] = await Promise.all([
    readings.count({ articleId }),
    readings.count({ articleId, liked: true }),
    readings.count({ articleId, favourited: true }),
    moved.size > 0 || isAnew ? readings.count(confirmedOf(out)) : before.confirmed,
    Promise.all(
      before.departments.map(one => (isAnew || moved.has(one.department) ? recounted(out, one) : one)),
    ),
  ])
  await tallies.put({ ...before, views, likes, favourites, confirmed, departments, at })
  const ids = fresh.map(({ _id }) => _id)
  await readings.updateWhere({ _id: _.in(ids), uncountedSince: _.lte(until) }, { uncountedSince: 0 })
}

type OfDepartment = TallyDocument['departments'][number]

/** An article as it is out: a confirmation of what was out before is none of it. */
interface Out {
  articleId: string
  since: Instant
}

const confirmedOf = ({ articleId, since }: Out) => ({
  articleId,
  confirmed: true,
  confirmedAt: _.gte(since),
})

async function recounted(out: Out, one: OfDepartment): Promise<OfDepartment> {
  return { ...one, confirmed: await readings.count({ ...confirmedOf(out), department: one.department }) }
}

/** Who has confirmed an article as it is out; a count from before it appeared anew says nothing. */
export function confirmedIn(
  article: Pick<ArticleDocument, 'publishAt' | 'askedAt'>,
  tally: TallyDocument | undefined,
): Pick<TallyDocument, 'confirmed' | 'departments'> {
  const { confirmed, departments, at } = tally ?? NOBODY
  if (at >= confirmedFrom(article)) return { confirmed, departments }
  return { confirmed: 0, departments: departments.map(one => ({ ...one, confirmed: 0 })) }
}

/** How many articles that must be read are looked after. */
const MUST_READ_MAX = 20

/** Of what must be read: which departments it is for and how many people each has, once a day while it is out. */
export async function lookUpDepartments(now: Instant, shift: Shift): Promise<number> {
  const out = await articles.find({
    where: { state: 'published', publishAt: _.gte(now - MUST_READ_DAYS * DAY_MS) },
    orderBy: [['publishAt', 'desc']],
    limit: AT_ONCE / 10,
    fields: ['_id', 'mustRead', 'audience', 'publishAt', 'askedAt'],
  })
  const due = out.filter(({ mustRead }) => mustRead).slice(0, MUST_READ_MAX)
  return eachWhile(shift, due, async article => {
    const { _id, audience } = article
    const before = (await tallies.get(_id)) ?? { _id, ...NOBODY }
    if (before.departmentsAt > now - DAY_MS) return
    const known = await departmentsOf(audience)
    const departments = await Promise.all(
      known.map(one =>
        recounted({ articleId: _id, since: confirmedFrom(article) }, { ...one, confirmed: 0 }),
      ),
    )
    await tallies.put({ ...before, departments, departmentsAt: now })
  })
}

const MUST_READ_DAYS = 60
