import { limits } from '@domain/kernel/limits'
import { MINUTE_MS } from '@domain/kernel/time'
import { union } from '@domain/union/contract'
import type { EventCardView } from '@domain/union/eventContract'
import { _ } from '@platform/cloud'
import { type Employee, handle } from '@platform/context'
import { remember } from '@platform/memory'
import { cardsOf, listedFrom } from './eventReading'
import { type AssociationDocument, associations, type EventDocument, events, memberships } from './store'
import { presides } from './views'

/** As many as one read returns; a company has dozens, and a person is in a few. */
const ASSOCIATIONS_MAX = 1_000
const MEMBERSHIPS_MAX = 200
/** How many events are looked through at once for what was asked; what follows is on the next page. */
const LOOKED_THROUGH = 100

/** The sites that have an association: one more every some months. One request, once in some minutes. */
const sitesOfAll = remember(5 * MINUTE_MS, async () => {
  const all = await associations.find({
    where: {},
    orderBy: [['_id', 'asc']],
    limit: ASSOCIATIONS_MAX,
    fields: ['site'],
  })
  return [...new Set(all.map(({ site }) => site))]
})

interface Wish {
  site?: string | undefined
  category?: AssociationDocument['category'] | undefined
  mine?: boolean | undefined
}

export const listEvents = handle(union.listEvents, async (ctx, input) => {
  const { associationId, past = false, free = false, after } = input
  const isNarrowed = free || wishes(input)
  const size = isNarrowed ? LOOKED_THROUGH : limits.pageSize
  const from = after ?? listedFrom(ctx.now)
  const [found, sites, own] = await Promise.all([
    events.find({
      where: {
        listKey: past ? _.lt(from) : _.gt(from),
        ...(associationId === undefined ? {} : { associationId }),
      },
      orderBy: [['listKey', past ? 'desc' : 'asc']],
      limit: size + 1,
    }),
    sitesOfAll(),
    input.mine ? joinedBy(ctx.employee) : new Set<string>(),
  ])
  const looked = found.slice(0, size)
  const wished = looked.filter(event => isWished(event, input, { own, viewer: ctx.employee }))
  const cards = await cardsOf(wished, ctx.employee)
  const shown = free ? cards.filter(card => isFree(card, ctx.now)) : cards
  const siteOf = new Map(looked.map(({ _id, site }) => [_id, site]))
  return {
    events: shown.map(card => ({ ...card, site: siteOf.get(card.eventId) ?? '' })),
    sites,
    next: found.length > size ? (looked.at(-1)?.listKey ?? null) : null,
    now: ctx.now,
  }
})

const wishes = ({ site, category, mine }: Wish) =>
  site !== undefined || category !== undefined || mine === true

async function joinedBy({ id }: Employee): Promise<Set<string>> {
  const joined = await memberships.find({
    where: { employeeId: id, state: 'member' },
    limit: MEMBERSHIPS_MAX,
    fields: ['associationId'],
  })
  return new Set(joined.map(({ associationId }) => associationId))
}

interface Knowing {
  own: ReadonlySet<string>
  viewer: Employee
}

function isWished(event: EventDocument, { site, category, mine }: Wish, { own, viewer }: Knowing): boolean {
  if (site !== undefined && event.site !== site) return false
  if (category !== undefined && event.category !== category) return false
  return !mine || own.has(event.associationId) || presides(viewer, event.associationId)
}

/** Whether somebody could still get a seat. */
const isFree = ({ state, joinUntil, taken, capacity }: EventCardView, now: number) =>
  state === 'open' && now < joinUntil && taken < capacity
