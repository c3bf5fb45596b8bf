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
/** So many are looked through at once: their names are sealed, and no index knows them. */
const BLOCK = 1_000
/** So many times for one answer; whoever comes to its end asks on from there. */
const BLOCKS_MAX = 3

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

async function inColumn({ viewer, positionId, after }: Asked, column: CandidateColumn): Promise<Found> {
  const found = await candidates.find({
    where: {
      ...whereFor(viewer, positionId),
      column,
      ...(after === undefined ? {} : { boardKey: _.gt(after) }),
    },
    orderBy: [['boardKey', 'asc']],
    limit: limits.pageSize + 1,
  })
  return pageOf(found, limits.pageSize, ({ boardKey }) => boardKey)
}

interface Found {
  rows: CandidateDocument[]
  next: string | null
}

/** Of every column, what moved last first. A page may hold fewer than fit, or none, and yet lead on. */
async function foundBy({ viewer, positionId, after }: Asked, text: string): Promise<Found> {
  const found: CandidateDocument[] = []
  let from = after
  for (let block = 0; block < BLOCKS_MAX; block += 1) {
    const all = await candidates.find({
      where: {
        ...whereFor(viewer, positionId),
        column: _.in([...candidateColumns]),
        ...(from === undefined ? {} : { boardKey: _.lt(from) }),
      },
      orderBy: [['boardKey', 'desc']],
      limit: BLOCK,
    })
    found.push(...all.filter(one => says(one, viewer, text)))
    from = all.at(-1)?.boardKey
    if (found.length > limits.pageSize || all.length < BLOCK)
      return pageOf(found.slice(0, limits.pageSize + 1), limits.pageSize, ({ boardKey }) => boardKey)
  }
  return { rows: found, next: from ?? null }
}

function says(candidate: CandidateDocument, viewer: Viewer, text: string): boolean {
  const { name, positionTitle, city, creditName } = cardOf(candidate, viewer.id)
  return holdsAll([name, positionTitle, city, creditName ?? ''], text)
}

export const openBoard = handle(
  careers.openBoard,
  async ({ employee, now }, { column, text = '', positionId, after }) => {
    const asked = { viewer: employee, positionId, after }
    const [{ rows, next }, live] = await Promise.all([
      text === '' ? inColumn(asked, column) : foundBy(asked, text),
      liveFor(employee, positionId),
    ])
    return {
      candidates: rows.map(one => cardOf(one, employee.id)),
      next,
      counts: columnsOf(live),
      countsComplete: isWhole(live),
      now,
    }
  },
)
