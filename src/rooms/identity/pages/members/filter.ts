import { grouped } from '@domain/kernel/grouped'
import type { api, Input, Output } from '@/api'

/** What is looked for beside what was typed. */
export type Filter = Pick<Input<typeof api.identity.findMembers>, 'status' | 'department' | 'site' | 'role'>

/** "共 1,204 位", "部门叫「质量」的，共 34 位". */
export function sayFound(
  first: Pick<Output<typeof api.identity.findMembers>, 'total' | 'meant'> | undefined,
): string {
  const { total, meant = [] } = first ?? {}
  if (total == null) return ''
  const where = meant.length > 0 ? `部门${meant.map(one => `「${one}」`).join('')}，` : ''
  return `${where}共 ${grouped(total)} 位`
}

/** The filter with one field chosen; undefined takes it out. */
export function withChoice<K extends keyof Filter>(
  filter: Filter,
  field: K,
  value: Filter[K] | undefined,
): Filter {
  const { [field]: _was, ...others } = filter
  return value === undefined ? others : { ...others, [field]: value }
}
