import { positionActionsFor } from '@domain/careers/position'
import { isNew } from '@domain/careers/positionSearch'
import type { DeskPosition, PositionCardView } from '@domain/careers/views'
import type { Instant } from '@domain/kernel/time'
import type { Employee } from '@platform/context'
import type * as z from 'zod'
import type { PositionDocument } from './store'

export const cardFields = [
  '_id',
  'title',
  'department',
  'team',
  'city',
  'place',
  'family',
  'level',
  'tracks',
  'years',
  'state',
  'openedAt',
  'referrals',
  'requirements',
] as const satisfies readonly (keyof PositionDocument)[]
export type ListedPosition = Pick<PositionDocument, (typeof cardFields)[number]>

/** A position as one reader is shown it. */
export function cardOf(
  position: ListedPosition,
  reader: { employee: Pick<Employee, 'department'>; marked: ReadonlySet<string>; now: Instant },
): PositionCardView {
  const { _id, title, department, team, city, place, family, level, tracks, years, state } = position
  return {
    positionId: _id,
    ...{ title, department, team, city, place, family, level, tracks, years, state },
    openedAt: position.openedAt,
    isNew: isNew(position, reader.now),
    referrals: position.referrals,
    favourite: reader.marked.has(_id),
    own: department === reader.employee.department,
  }
}

/** A position as its recruiters list it, with how many wait there. */
export function deskViewOf(position: PositionDocument, waiting: number): z.infer<typeof DeskPosition> {
  const { _id, title, department, city, place, state, headcount, version, referrals, changedAt } = position
  return {
    positionId: _id,
    ...{ title, department, city, place, state, headcount, version, referrals, changedAt, waiting },
    actions: positionActionsFor(state),
  }
}
