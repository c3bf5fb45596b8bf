import { useState } from 'react'
import { api, useCommand } from '@/api'
import { toast } from '@/ui/toast/store'
import { type Ticket, ticketQueries } from '../../ticketWords'

export type Action = Ticket['actions'][number]

/** Steps that say something to the other side. */
const SAYING: readonly Action[] = ['ask', 'resolve', 'decline', 'reopen']

/** The steps of a ticket, each as its table lets the caller do it; some ask for words or for a colleague first. */
export function useSteps(ticket: Ticket | undefined) {
  const { ticketId = '', version = 0 } = ticket ?? {}
  const [asking, setAsking] = useState<Action>()
  const options = { outdates: ticketQueries }
  const own = useCommand(api.selfservice.moveOwnTicket, options)
  const work = useCommand(api.selfservice.workTicket, options)
  const assigning = useCommand(api.selfservice.assignTickets, {
    ...options,
    onDone: ({ skipped }) => toast.show(skipped.length === 0 ? '交好了' : '刚刚有别的同事动过，请再看看'),
  })
  const step = (action: Action, note: string) => {
    if (action === 'confirm' || action === 'reopen' || action === 'cancel')
      return own.run({ ticketId, action, note })
    if (
      action === 'start' ||
      action === 'ask' ||
      action === 'resume' ||
      action === 'resolve' ||
      action === 'decline'
    )
      return work.run({ ticketId, version, action, note })
    return undefined
  }
  const tap = (action: Action) => {
    if (action === 'assign' || SAYING.includes(action)) setAsking(action)
    else return step(action, '')
    return undefined
  }
  const give = (handlerId: string) => assigning.run({ tickets: [{ ticketId, version }], handlerId })
  return { asking, close: () => setAsking(undefined), step, tap, give }
}

export type Steps = ReturnType<typeof useSteps>
