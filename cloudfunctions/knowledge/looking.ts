import type { Instant } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { isDuplicate } from '@platform/databaseErrors'
import { eachWhile, type Shift } from '@platform/shift'
import { type LookKind, lookIdOf, looks, subjectOf, tallies } from './store'

/** Notes that somebody has looked; once is enough. One request. @returns whether it was the first time */
export async function noteLook(
  kind: LookKind,
  id: string,
  employeeId: string,
  now: Instant,
): Promise<boolean> {
  const subject = subjectOf(kind, id)
  try {
    await looks.insert({
      _id: lookIdOf(subject, employeeId),
      subject,
      downloaded: false,
      uncountedSince: now,
    })
    return true
  } catch (error) {
    if (!isDuplicate(error)) throw error
    return false
  }
}

/** Notes that somebody has opened a document's file. Two requests. */
export async function noteDownload(id: string, employeeId: string, now: Instant): Promise<void> {
  await noteLook('document', id, employeeId, now)
  await looks.updateWhere(
    { _id: lookIdOf(subjectOf('document', id), employeeId), downloaded: false },
    { downloaded: true, uncountedSince: now },
  )
}

const LOOKS_AT_ONCE = 200

/**
 * Counts again whatever somebody has looked at since: a count of what is there, so that it is exact however often a
 * run dies. What is noted meanwhile keeps its mark and is counted by the next run.
 */
export async function countLooks(now: Instant, shift: Shift): Promise<number> {
  const fresh = await looks.find({
    where: { uncountedSince: _.gt(0).and(_.lt(now)) },
    orderBy: [['uncountedSince', 'asc']],
    limit: LOOKS_AT_ONCE,
  })
  let counted = 0
  await eachWhile(shift, [...new Set(fresh.map(look => look.subject))], async subject => {
    await count(subject)
    const seen = fresh.filter(look => look.subject === subject)
    const ids = seen.map(({ _id }) => _id)
    await looks.updateWhere({ _id: _.in(ids), uncountedSince: _.lt(now) }, { uncountedSince: 0 })
    counted += seen.length
  })
  return counted
}

async function count(subject: string): Promise<void> {
  const [people, downloads] = await Promise.all([
    looks.count({ subject }),
    looks.count({ subject, downloaded: true }),
  ])
  const kind: LookKind = subject.startsWith('term:') ? 'term' : 'document'
  await tallies.put({ _id: subject, kind, people, downloads })
}
