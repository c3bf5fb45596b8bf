import type { WaitingItem } from '@domain/access/contract'
import { WAITING_MAX } from '@domain/access/inbox'
import { isAhead } from '@domain/coin/ruling'
import type { Instant } from '@domain/kernel/time'
import type { Employee } from '@platform/context'
import { worthLabel } from './handing'
import { mayReview } from './reviewing'
import { maySecondIt } from './seconding'
import { type BatchDocument, batches, type HandDocument, hands, ruleVersions } from './store'

const OLDEST = { where: { state: 'waiting' }, orderBy: [['_id', 'asc']], limit: WAITING_MAX } as const

/** What somebody may be the second person for, at most 50 of a kind. Two requests at once. */
export async function waitingHands(employee: Pick<Employee, 'id' | 'grants'>): Promise<WaitingItem[]> {
  const [single, listed] = await Promise.all([hands.find(OLDEST), batches.find(OLDEST)])
  return [
    ...single.filter(({ by, employeeId }) => maySecondIt(employee, by, [employeeId])).map(waitingHand),
    ...listed.filter(({ by }) => maySecondIt(employee, by, [])).map(waitingBatch),
  ]
}

/**
 * The version of the rules that somebody may be the second person for, while there is time for it. One request, one more
 * for an administrator where one waits.
 */
export async function waitingRules(
  employee: Pick<Employee, 'id' | 'grants'>,
  now: Instant,
): Promise<WaitingItem[]> {
  const [found] = await ruleVersions.find({
    where: { state: 'waiting' },
    orderBy: [['version', 'desc']],
    limit: 1,
  })
  if (!found || !isAhead(found, now) || !(await mayReview(employee, found.by))) return []
  const { by, version, why, announcedAt } = found
  return [
    {
      kind: 'rules',
      id: String(version),
      place: '规则',
      person: { employeeId: by.employeeId, name: by.name, site: '', department: '' },
      title: `${by.name}提的规则 v${version}`,
      summary: why,
      since: announcedAt,
    },
  ]
}

function waitingHand({ _id, way, person, amount, experience, why, by, askedAt }: HandDocument): WaitingItem {
  const place = way === 'give' ? '发放' : '收回'
  return {
    kind: 'hand',
    id: _id,
    place,
    person,
    title: `${person.name} ${place} ${worthLabel({ amount, experience })}`,
    summary: `${by.name}提：${why}`,
    since: askedAt,
  }
}

function waitingBatch({ _id, by, fileName, toWrite, checkedAt }: BatchDocument): WaitingItem {
  return {
    kind: 'handBatch',
    id: _id,
    place: '名单',
    person: { employeeId: by.employeeId, name: by.name, site: '', department: '' },
    title: `${by.name}提的名单，${toWrite} 人`,
    summary: fileName,
    since: checkedAt,
  }
}
