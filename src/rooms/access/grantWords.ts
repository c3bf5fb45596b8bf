import type { GrantView } from '@domain/access/rolesContract'
import { inChina } from '@domain/kernel/time'

/** Until when and by whom: "到 2026-12-31 · 许知远给的". The end is the first moment that no longer counts. */
export function grantMeta({ endsAt, givenBy, lentBy }: GrantView): string {
  const until = endsAt === null ? '长期' : `到 ${inChina(endsAt - 1).format('YYYY-MM-DD')}`
  const from = lentBy === null ? (givenBy === null ? '' : `${givenBy}给的`) : `代${lentBy}处理`
  return [until, from].filter(Boolean).join(' · ')
}

/** "部门负责人 · 质量" */
export function grantTitle({ name, scope, scopeId }: GrantView): string {
  return scopeId === null ? name : `${name} · ${scope}`
}
