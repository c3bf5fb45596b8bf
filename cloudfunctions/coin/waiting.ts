import type { WaitingItem } from '@domain/access/contract'
import { WAITING_MAX } from '@domain/access/inbox'
import type { Employee } from '@platform/context'
import { maySecondIt, worthLabel } from './handing'
import { type BatchDocument, batches, type HandDocument, hands } from './store'

const OLDEST = { where: { state: 'waiting' }, orderBy: [['_id', 'asc']], limit: WAITING_MAX } as const

/** What somebody may be the second person for, at most 50 of a kind. Two requests at once. */
export async function waitingHands(employee: Pick<Employee, 'id' | 'grants'>): Promise<WaitingItem[]> {
  const [single, listed] = await Promise.all([hands.find(OLDEST), batches.find(OLDEST)])
  return [
    ...single.filter(({ by, employeeId }) => maySecondIt(employee, by, [employeeId])).map(waitingHand),
    ...listed.filter(({ by }) => maySecondIt(employee, by, [])).map(waitingBatch),
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
