import { confirmedFrom } from '@domain/content/article'
import { HIDDEN_DEPARTMENT } from '@domain/identity/visibility'
import { slicesOf } from '@domain/kernel/slices'
import { DAY_MS, type Instant, MINUTE_MS } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { eachWhile, type Shift } from '@platform/shift'
import { departmentsOf, hidingDepartment } from '../identity/public'
import {
  type ArticleDocument,
  articles,
  type ReadingDocument,
  readingIdOf,
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
 * meanwhile keeps its mark. A thousand new readers of one article cost eight requests, and two more where it must be read.
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
  const confirming = fresh.filter(reading => reading.confirmed)
  const isRecounted = isAnew || confirming.length > 0
  const moved = new Set([HIDDEN_DEPARTMENT, ...confirming.map(({ department }) => department)])
  const [views, likes, favourites, confirmed, departments] = await Promise.all([
    readings.count({ articleId }),
    readings.count({ articleId, liked: true }),
    readings.count({ articleId, favourited: true }),
    isRecounted ? readings.count(confirmedOf(out)) : before.confirmed,
    isRecounted ? recounted(out, before.departments, isAnew ? undefined : moved) : before.departments,
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

/** Departments with who of them has confirmed, counted anew; of some alone if they are named. */
async function recounted(
  out: Out,
  departments: readonly OfDepartment[],
  only?: ReadonlySet<string>,
): Promise<OfDepartment[]> {
  if (departments.length === 0) return []
  const apart = await confirmedApart(out)
  return Promise.all(
    departments.map(async one => {
      const { department } = one
      if (only && !only.has(department)) return one
      if (department === HIDDEN_DEPARTMENT) return { ...one, confirmed: apart.length }
      const all = await readings.count({ ...confirmedOf(out), department })
      return { ...one, confirmed: all - apart.filter(own => own === department).length }
    }),
  )
}

/**
 * The departments of those who have confirmed and don't show theirs: they are counted apart, as `departmentsOf` does. One
 * request each thousand of those who hide theirs.
 */
async function confirmedApart(out: Out): Promise<string[]> {
  const ids = [...(await hidingDepartment())].map(employeeId => readingIdOf(out.articleId, employeeId))
  const found: string[] = []
  for (const some of slicesOf(ids, AT_ONCE)) {
    const block = await readings.find({
      where: { ...confirmedOf(out), _id: _.in(some) },
      limit: AT_ONCE,
      fields: ['department'],
    })
    found.push(...block.map(({ department }) => department))
  }
  return found
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

const MUST_READ_DAYS = 60

/**
 * Of what must be read: which departments it is for and how many people each has, once a day while it is out; the newest
 * first, and what a shift does not reach is the next one's.
 */
export async function lookUpDepartments(now: Instant, shift: Shift): Promise<number> {
  const out = await articles.find({
    where: { mustRead: true, state: 'published', publishAt: _.gte(now - MUST_READ_DAYS * DAY_MS) },
    orderBy: [['publishAt', 'desc']],
    limit: AT_ONCE,
    fields: ['_id', 'audience', 'publishAt', 'askedAt'],
  })
  if (out.length === 0) return 0
  const known = await tallies.find({
    where: { _id: _.in(out.map(({ _id }) => _id)), departmentsAt: _.gt(now - DAY_MS) },
    limit: out.length,
    fields: ['_id'],
  })
  const isKnown = new Set(known.map(({ _id }) => _id))
  const due = out.filter(({ _id }) => !isKnown.has(_id))
  return eachWhile(shift, due, async article => {
    const { _id, audience } = article
    const before = (await tallies.get(_id)) ?? { _id, ...NOBODY }
    const people = await departmentsOf(audience)
    const departments = await recounted(
      { articleId: _id, since: confirmedFrom(article) },
      people.map(one => ({ ...one, confirmed: 0 })),
    )
    await tallies.put({ ...before, departments, departmentsAt: now })
  })
}
