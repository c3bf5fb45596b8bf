import { type CandidateColumn, candidateColumns, liveColumns } from '@domain/careers/candidate'
import { careers } from '@domain/careers/contract'
import { limits } from '@domain/kernel/limits'
import { pageOf } from '@domain/kernel/paging'
import { _ } from '@platform/cloud'
import { type Employee, handle } from '@platform/context'
import { cardOf } from './candidateViews'
import { candidatesWhere } from './scope'
import { candidates } from './store'

const COUNTED_MAX = 1_000

interface Counted {
  counts: Record<CandidateColumn, number>
  /** Whether there are no more than are counted. */
  isComplete: boolean
}

/** How many wait in each column, those that are over not counted; of very many a part. One request. */
export async function countsFor(
  viewer: Pick<Employee, 'id' | 'grants'>,
  positionId?: string,
): Promise<Counted> {
  const live = await candidates.find({
    where: {
      ...candidatesWhere(viewer),
      ...(positionId === undefined ? {} : { positionId }),
      column: _.in(liveColumns),
    },
    limit: COUNTED_MAX,
    fields: ['column'],
  })
  const countOf = (column: CandidateColumn) => live.filter(one => one.column === column).length
  const counts = candidateColumns.map(column => [column, countOf(column)] as const)
  return {
    counts: Object.fromEntries(counts) as Counted['counts'],
    isComplete: live.length < COUNTED_MAX,
  }
}

export const openBoard = handle(
  careers.openBoard,
  async ({ employee, now }, { column, positionId, after }) => {
    const [found, { counts, isComplete }] = await Promise.all([
      candidates.find({
        where: {
          ...candidatesWhere(employee),
          ...(positionId === undefined ? {} : { positionId }),
          column,
          ...(after === undefined ? {} : { boardKey: _.gt(after) }),
        },
        orderBy: [['boardKey', 'asc']],
        limit: limits.pageSize + 1,
      }),
      countsFor(employee, positionId),
    ])
    const { rows, next } = pageOf(found, limits.pageSize, ({ boardKey }) => boardKey)
    return {
      candidates: rows.map(one => cardOf(one, employee.id)),
      next,
      counts,
      countsComplete: isComplete,
      now,
    }
  },
)
