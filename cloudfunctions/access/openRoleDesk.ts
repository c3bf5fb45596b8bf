import { access } from '@domain/access/contract'
import { rolesGivenBy } from '@domain/access/granting'
import { ownGrants } from '@domain/access/lending'
import { permissionWords } from '@domain/access/permissionWords'
import { type Role, roles } from '@domain/access/roles'
import { handle } from '@platform/context'
import { peopleHolding } from '../identity/public'
import { grantsInWords, scopesListed } from './scopes'

const HOLDERS_MAX = 300

export const openRoleDesk = handle(access.openRoleDesk, async ({ employee, now }, { role, text }) => {
  const wanted = role ? [role] : (Object.keys(roles) as Role[])
  const holders = await peopleHolding(wanted, HOLDERS_MAX, text)
  const own = holders.map(({ grants }) => ownGrants(grants))
  const words = await grantsInWords(own)
  return {
    holders: holders.map(({ grants: _grants, ...person }, place) => ({
      ...person,
      grants: words[place] ?? [],
    })),
    more: holders.length === HOLDERS_MAX,
    grantable: rolesGivenBy(employee.grants).map(grantableView),
    now,
  }
})

function grantableView(role: Role) {
  const row = roles[role]
  return {
    role,
    name: row.zh,
    scopeKind: row.scope,
    whole: 'whole' in row,
    may: row.permissions.map(permission => permissionWords[permission]),
  }
}

export const openScopes = handle(access.openScopes, async (_ctx, { kind }) => ({
  scopes: await scopesListed(kind),
}))
