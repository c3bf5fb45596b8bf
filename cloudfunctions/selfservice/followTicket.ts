import { Refusal, refuse } from '@domain/kernel/errors'
import { selfservice } from '@domain/selfservice/contract'
import { isOpenTicket, openColumns } from '@domain/selfservice/ticket'
import { FOLLOWERS_MAX } from '@domain/selfservice/ticketTogether'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { categories, tickets } from './store'

export const followTicket = handle(
  selfservice.followTicket,
  async ({ employee }, { ticketId, following }) => {
    if (!following) {
      await tickets.updateWhere(
        { _id: ticketId, followerIds: _.in([employee.id]) },
        { followerIds: _.pull(employee.id) },
      )
      return { following }
    }
    const ticket = await tickets.require(ticketId, 'SELFSERVICE_TICKET_MISSING')
    const category = await categories.get(ticket.categoryId)
    const isNear = ticket.site === employee.site && ticket.employeeId !== employee.id
    if (!isNear || category?.together !== true) throw new Refusal('SELFSERVICE_TICKET_MISSING')
    refuse(!isOpenTicket(ticket.state), 'SELFSERVICE_TICKET_OVER')
    const { followerIds = [] } = ticket
    if (followerIds.includes(employee.id)) return { following }
    refuse(followerIds.length >= FOLLOWERS_MAX, 'SELFSERVICE_FOLLOWERS_FULL')
    // Nobody is added to what was ended meanwhile, nor beyond the most that are told.
    const added = await tickets.updateWhere(
      {
        _id: ticketId,
        column: _.in([...openColumns]),
        [`followerIds.${FOLLOWERS_MAX - 1}`]: _.exists(false),
      },
      { followerIds: _.addToSet(employee.id) },
    )
    refuse(added === 0, 'SELFSERVICE_TICKET_OVER')
    return { following }
  },
)
