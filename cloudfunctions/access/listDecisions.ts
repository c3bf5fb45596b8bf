import { access } from '@domain/access/contract'
import { pageOfDecided, wishAfter } from '@domain/access/decided'
import { limits } from '@domain/kernel/limits'
import { handle } from '@platform/context'
import { decidedCorrections, decidedRebinds, everCalled, namesOf } from '../identity/public'
import { decidedFoundings } from '../union/public'

/** So many who are called alike are looked for at once. */
const NAMESAKES_MAX = 20
/** All that is found of some people is one page. */
const OF_PEOPLE_MAX = 200

const rooms = { rebind: decidedRebinds, correction: decidedCorrections, founding: decidedFoundings }

export const listDecisions = handle(access.listDecisions, async ({ now }, { kind, text, after }) => {
  const people = text.trim() === '' ? null : await everCalled(text, NAMESAKES_MAX)
  if (people?.length === 0) return { decisions: [], next: null, now }
  const size = people ? OF_PEOPLE_MAX : limits.pageSize
  const wish = { ...wishAfter(after, size), people }
  const asked = kind ? [rooms[kind]] : Object.values(rooms)
  const { rows, next } = pageOfDecided(await Promise.all(asked.map(read => read(wish))), after, size)
  const deciders = await namesOf([...new Set(rows.map(({ byId }) => byId))])
  const names = new Map(deciders.map(({ employeeId, name }) => [employeeId, name]))
  return {
    decisions: rows.map(({ byId, ...row }) => ({ ...row, byName: names.get(byId) ?? null })),
    next,
    now,
  }
})
