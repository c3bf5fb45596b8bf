import { stats } from '@domain/stats/contract'
import { handle } from '@platform/context'
import { subscriptions } from './store'

export const subscribe = handle(stats.subscribe, async ({ employee, now }, { subscribed }) => {
  if (!subscribed) await subscriptions.removeWhere({ _id: employee.id })
  else if (!(await subscriptions.get(employee.id)))
    await subscriptions.put({ _id: employee.id, since: now, toldOf: null })
  return { subscribed }
})
