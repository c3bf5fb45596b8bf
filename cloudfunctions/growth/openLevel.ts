import { growth } from '@domain/growth/contract'
import { handleWith } from '@platform/context'
import { accountAlong, accountFrom } from '../coin/public'
import { streakAlong } from './public'
import { badgesOfEmployee } from './standing'

const along = () => ({ account: accountAlong(), streak: streakAlong() })

export const openLevel = handleWith(growth.openLevel, along, async ({ employee, now }, _input, found) => {
  const streak = found.streak[0] ?? null
  return {
    experience: accountFrom(employee.id, found.account[0] ?? null).experience,
    badges: await badgesOfEmployee(employee, streak, now),
    total: streak?.total ?? 0,
    now,
  }
})
