import type { Role } from '@domain/access/roles'
import type { GrantView } from '@domain/access/rolesContract'
import type { api, Output } from '@/api'

export type Holder = Output<typeof api.access.openRoleDesk>['holders'][number]

/** One role of one colleague. */
export interface Holding {
  holder: Omit<Holder, 'grants'>
  grant: GrantView
}

export const holdingOrders = [
  { key: 'name', text: '按姓名' },
  { key: 'end', text: '先到期的在前' },
] as const
export type HoldingOrder = (typeof holdingOrders)[number]['key']

const NEVER = Number.POSITIVE_INFINITY
const endOf = ({ endsAt }: GrantView) => endsAt ?? NEVER
const byName = (one: Holding, other: Holding) =>
  one.holder.name.localeCompare(other.holder.name, 'zh') ||
  (one.holder.employeeId < other.holder.employeeId ? -1 : Number(one !== other))

/** Each role of each colleague, of one role alone if one is named; what has no end comes last where ends count. */
export function holdingsOf(
  holders: readonly Holder[],
  { role, order }: { role?: Role | undefined; order: HoldingOrder },
): Holding[] {
  const all = holders.flatMap(({ grants, ...holder }) =>
    grants.flatMap(grant => (role === undefined || grant.role === role ? [{ holder, grant }] : [])),
  )
  const byEnd = (one: Holding, other: Holding) => {
    const [end, later] = [endOf(one.grant), endOf(other.grant)]
    return end === later ? 0 : end - later
  }
  return all.sort((one, other) => (order === 'end' && byEnd(one, other)) || byName(one, other))
}
