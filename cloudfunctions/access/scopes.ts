import { type Grant, roles, type ScopeKind } from '@domain/access/roles'
import type { GrantView } from '@domain/access/rolesContract'
import { centresNamed, facilitiesNamed } from '../booking/public'
import { accountsNamed } from '../forum/public'
import { colleaguesCounted, rosterPlaces } from '../identity/public'
import { associationsIn } from '../union/public'

interface Named {
  scopeId: string
  name: string
}

/** The kinds whose things have names beside their ids; a department and a city are what the roster calls them. */
const lists: Partial<Record<ScopeKind, () => Promise<Named[]>>> = {
  association: async () =>
    (await associationsIn(null)).map(({ associationId, name }) => ({ scopeId: associationId, name })),
  account: accountsNamed,
  facility: facilitiesNamed,
  centre: centresNamed,
}

/** What a role can be limited to. One request, for what the roster names one each thousand people, once in ten minutes. */
export async function scopesListed(kind: ScopeKind): Promise<Named[]> {
  const list = lists[kind]
  if (list) return list()
  const { departments, cities } = await rosterPlaces()
  const places = kind === 'department' ? departments : cities
  return places.map(({ value }) => ({ scopeId: value, name: value }))
}

/** Whether there is such a thing. One request. */
export async function scopeExists(kind: ScopeKind, scopeId: string): Promise<boolean> {
  if (kind === 'department') return (await colleaguesCounted({ department: scopeId })) > 0
  if (kind === 'city') return (await colleaguesCounted({ site: scopeId })) > 0
  return (await scopesListed(kind)).some(one => one.scopeId === scopeId)
}

/** Puts grants into words. One request for each kind of scope that has a list. */
export async function grantsInWords(all: readonly (readonly Grant[])[]): Promise<GrantView[][]> {
  const kinds = [
    ...new Set(all.flat().flatMap(({ role, scopeId }) => (scopeId ? (roles[role].scope ?? []) : []))),
  ]
  const named = await Promise.all(kinds.map(kind => lists[kind]?.() ?? []))
  const nameOf = new Map(
    kinds.flatMap((kind, place) => (named[place] ?? []).map(one => [`${kind}/${one.scopeId}`, one.name])),
  )
  return all.map(grants =>
    grants.map(({ role, scopeId = null, endsAt = null, given, lent }) => ({
      role,
      name: roles[role].zh,
      scopeId,
      scope: scopeId === null ? '全公司' : (nameOf.get(`${roles[role].scope}/${scopeId}`) ?? scopeId),
      endsAt: lent ? Math.min(lent.endsAt, endsAt ?? lent.endsAt) : endsAt,
      givenBy: given?.byName ?? null,
      lentBy: lent?.fromName ?? null,
    })),
  )
}
