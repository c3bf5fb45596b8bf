import { access } from '@domain/access/contract'
import { permissionWords } from '@domain/access/permissionWords'
import { roles } from '@domain/access/roles'
import { handle } from '@platform/context'
import { grantsInWords } from './scopes'

export const openMyRoles = handle(access.openMyRoles, async ({ employee, now }) => {
  const [grants = []] = await grantsInWords([employee.grants])
  return {
    grants: grants.map(grant => ({
      ...grant,
      may: roles[grant.role].permissions.map(permission => permissionWords[permission]),
    })),
    now,
  }
})
