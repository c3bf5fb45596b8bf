import { type CandidateColumn, candidateColumns, liveColumns } from '@domain/careers/candidate'
import { careers } from '@domain/careers/contract'
import { holdsAll } from '@domain/careers/positionSearch'
import { limits } from '@domain/kernel/limits'
import { pageOf } from '@domain/kernel/paging'
import { _ } from '@platform/cloud'
import { type Employee, handle } from '@platform/context'
import { cardOf } from './candidateViews'
import { candidatesWhere } from './scope'
import { type CandidateDocument, candidates } from './store'

const COUNTED_MAX = 1_000
/** So many of those that moved last are looked through: their names are sealed, and no index knows them. */
const SEARCHED_MAX = 1_000

type Viewer = Pick<Employee, 'id' | 'grants'>
type Live = Pick<CandidateDocument, 'column' | 'positionId'>

const whereFor = (viewer: Viewer, positionId: string | undefined) => ({
  ...candidatesWhere(viewer),
  ...(positionId === undefined ? {} : { positionId }),
})

/** Those who are under way, where and in which column. One request. */
export function liveFor(viewer: Viewer, positionId?: string): Promise<Live[]> {
  return candidates.find({
    where: { ...whereFor(viewer, positionId), column: _.in(liveColumns) },
    limit: COUNTED_MAX,
    fields: ['column', 'positionId'],
  })
}

/** How many wait in each column, those that are over not counted; of very many a part. */
export function columnsOf(live: readonly Live[]): Record<CandidateColumn, number> {
  const countOf = (column: CandidateColumn) => live.filter(one => one.column === column).length
  const counts = candidateColumns.map(column => [column, countOf(column)] as const)
  return Object.fromEntries(counts) as Record<CandidateColumn, number>
}

/** Whether there are no more than are counted. */
export function isWhole(live: readonly Live[]): boolean {
  return live.length < COUNTED_MAX
}

interface Asked {
  viewer: Viewer
  positionId: string | undefined
  after: string | undefined
}

function inColumn({ viewer, positionId, after }: Asked, column: CandidateColumn) {
  return candidates.find({
    where: {
      ...whereFor(viewer, positionId),
      column,
      ...(after === undefined ? {} : { boardKey: _.gt(after) }),
    },
    orderBy: [['boardKey', 'asc']],
    limit: limits.pageSize + 1,
  })
}

/** Of every column, what moved last first. */
async function foundBy({ viewer, positionId, after }: Asked, text: string) {
  const all = await candidates.find({
    where: {
      ...whereFor(viewer, positionId),
      column: _.in([...candidateColumns]),
      ...(after === undefined ? {} : { boardKey: _.lt(after) }),
    },
    orderBy: [['boardKey', 'desc']],
    limit: SEARCHED_MAX,
  })
  const found = all.filter(one => {
    const { name, positionTitle, city, creditName } = cardOf(one, viewer.id)
    return holdsAll([name, positionTitle, city, creditName ?? ''], text)
  })
  return found.slice(0, limits.pageSize + 1)
}

export const openBoard = handle(
  careers.openBoard,
  async ({ employee, now }, { column, text = '', positionId, after }) => {
    const asked = { viewer: employee, positionId, after }
    const [found, live] = await Promise.all([
      text === '' ? inColumn(asked, column) : foundBy(asked, text),
      liveFor(employee, positionId),
    ])
    const { rows, next } = pageOf(found, limits.pageSize, ({ boardKey }) => boardKey)
    return {
      candidates: rows.map(one => cardOf(one, employee.id)),
      next,
      counts: columnsOf(live),
      countsComplete: isWhole(live),
      now,
    }
  },
)
