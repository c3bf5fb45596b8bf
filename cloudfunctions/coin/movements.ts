import type { Entry } from '@domain/coin/entry'
import { entries } from './store'

export type Movement = Pick<Entry, 'title' | 'amount' | 'balanceAfter' | 'receivedAt' | 'because'> & {
  entryId: string
}

/** The last movements of somebody's coins, the newest first, without where each leads. One request. */
export async function lastMovements(employeeId: string, limit: number): Promise<Movement[]> {
  const found = await entries.find({ where: { employeeId }, orderBy: [['number', 'desc']], limit })
  return found.map(({ _id, title, amount, balanceAfter, receivedAt, because }) => ({
    ...{ entryId: _id, title, amount, balanceAfter, receivedAt, because },
  }))
}
