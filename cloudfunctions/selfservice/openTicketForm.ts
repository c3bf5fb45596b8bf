import { MALL_DESK } from '@domain/access/roles'
import { selfservice } from '@domain/selfservice/contract'
import { openColumns } from '@domain/selfservice/ticket'
import { deskOf } from '@domain/selfservice/ticketCategory'
import { dueBy } from '@domain/selfservice/ticketDeadline'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { tickets } from './store'
import type { CategoryDocument, TicketDocument } from './ticketDocuments'
import { allCategories } from './ticketReading'

/** As many as one read returns: more than wait at any site. */
const AHEAD_MAX = 1_000
/** So many of the latest are enough to find one's own among. */
const ALIKE_MAX = 100

const SEEN = [
  '_id',
  'categoryId',
  'column',
  'employeeId',
  'place',
  'title',
  'state',
  'submittedAt',
  'followerIds',
] as const
type Seen = Pick<TicketDocument, (typeof SEEN)[number]>

/** Others' of the kinds that are everybody's. */
function alikeAmong(underWay: readonly Seen[], offered: readonly CategoryDocument[], employeeId: string) {
  const together = new Set(offered.filter(category => category.together === true).map(({ _id }) => _id))
  return underWay
    .filter(one => together.has(one.categoryId) && one.employeeId !== employeeId)
    .sort((one, other) => other.submittedAt - one.submittedAt)
    .slice(0, ALIKE_MAX)
    .map(({ _id, categoryId, place, title, state, submittedAt, followerIds = [] }) => ({
      ticketId: _id,
      ...{ categoryId, place, title, state, submittedAt },
      joined: followerIds.includes(employeeId),
    }))
}

export const openTicketForm = handle(selfservice.openTicketForm, async ({ employee, now }) => {
  const [found, [last], underWay] = await Promise.all([
    allCategories(),
    tickets.find({
      where: { employeeId: employee.id },
      orderBy: [['_id', 'desc']],
      limit: 1,
      fields: ['place'],
    }),
    tickets.find({
      where: { site: _.in([employee.site, MALL_DESK]), column: _.in([...openColumns]) },
      orderBy: [['boardKey', 'asc']],
      limit: AHEAD_MAX,
      fields: SEEN,
    }),
  ])
  const offered = found.filter(category => deskOf(category, employee.site) !== null)
  return {
    site: employee.site,
    categories: offered.map(({ _id, name, icon, hint, fields, targetHours }) => ({
      categoryId: _id,
      ...{ name, icon, hint, fields, targetHours },
      dueAt: dueBy(targetHours, now),
      ahead: underWay.filter(({ categoryId, column }) => categoryId === _id && column !== 'asking').length,
    })),
    alike: alikeAmong(underWay, offered, employee.id),
    place: last?.place ?? '',
    now,
  }
})
