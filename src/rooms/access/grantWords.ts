import { comesWithOffice } from '@domain/access/granting'
import { sayLendingDays } from '@domain/access/lending'
import type { GrantView } from '@domain/access/rolesContract'
import { type Instant, inChina } from '@domain/kernel/time'

/** "到 2026-12-31": the end is the first moment that no longer counts. */
export const sayUntil = ({ endsAt }: Pick<GrantView, 'endsAt'>): string =>
  endsAt === null ? '长期' : `到 ${inChina(endsAt - 1).format('YYYY-MM-DD')}`

/** "许知远给的"; what nobody gave came with an office and goes with it, or was there from the start and can be taken. */
export const sayGiver = ({ givenBy }: Pick<GrantView, 'givenBy'>, mayBeTaken = false): string =>
  givenBy === null ? (mayBeTaken ? '上线时就有' : '随职务') : `${givenBy}给的`

/** Until when and by whom: "到 2026-12-31 · 许知远给的", "长期 · 随职务". */
export function grantMeta(grant: GrantView): string {
  const { role, lentBy } = grant
  const from = lentBy === null ? sayGiver(grant, !comesWithOffice(role)) : `代${lentBy}处理`
  return `${sayUntil(grant)} · ${from}`
}

/** "11 月 23 日到 11 月 25 日请周牧代办" */
export const sayDeputy = ({ name, ...days }: { name: string; startsAt: Instant; endsAt: Instant }): string =>
  `${sayLendingDays(days)}请${name}代办`
