import {
  type City,
  cities,
  type Family,
  families,
  familyNames,
  type Level,
  levelNames,
  levels,
  type Track,
  trackNames,
  tracks,
} from './position'

/** The columns of a file with positions, in any order; others are not read. */
export const positionColumns = [
  '职位',
  '部门',
  '团队',
  '城市',
  '地点',
  '类别',
  '招聘方式',
  '级别',
  '年限',
  '人数',
  '负责人编号',
  '职责',
  '要求',
] as const
export type PositionColumn = (typeof positionColumns)[number]

export interface PositionCells {
  line: number
  cells: Record<PositionColumn, string>
}

/** What a line says once it can be read; lengths are for the contract's schema to judge. */
export interface PositionRow {
  title: string
  department: string
  team: string
  city: City
  place: string
  family: Family
  level: Level
  tracks: Track[]
  years: string
  headcount: number
  leadId: string | null
  duties: string
  requirements: string
}

export type PositionLine = { line: number; title: string } & (
  | { does: PositionRow }
  /** Nothing to do: a file may be imported again. */
  | { already: string }
  /** Everything that is wrong with it. */
  | { wrong: string }
)

interface Known {
  title: string
  city: string
  department: string
}

export interface FileFacts {
  /** Positions that have not ended. */
  known: readonly Known[]
  /** Colleagues who are here. */
  colleagues: ReadonlySet<string>
  /** Null: all. */
  mayEdit: (city: City) => boolean
}

const keyOf = ({ title, city, department }: Known) => [title, city, department].join('\n')

/** What each line of a file would do. */
export function planPositions(lines: readonly PositionCells[], facts: FileFacts): PositionLine[] {
  const known = new Set(facts.known.map(keyOf))
  const seen = new Map<string, number>()
  return lines.map(cells => {
    const planned = readLine(cells, facts)
    if (!('does' in planned)) return planned
    const key = keyOf(planned.does)
    const { line, title } = planned
    const earlier = seen.get(key)
    if (earlier !== undefined) return { line, title, wrong: `和第 ${earlier} 行是同一个职位` }
    seen.set(key, line)
    return known.has(key) ? { line, title, already: '已经有了' } : planned
  })
}

function readLine({ line, cells }: PositionCells, { colleagues, mayEdit }: FileFacts): PositionLine {
  const cell = (column: PositionColumn) => cells[column].trim()
  const title = cell('职位').slice(0, 40)
  const city = cities.find(one => one === cell('城市'))
  const family = named(families, familyNames, cell('类别'))
  const level = named(levels, levelNames, cell('级别'))
  const ways = waysOf(cell('招聘方式'))
  const headcount = Number(cell('人数'))
  const leadId = cell('负责人编号') || null
  const wrong = [
    city === undefined ? `城市要写成${cities.join('、')}之一` : null,
    city !== undefined && !mayEdit(city) ? `${city}由另一位招聘同事负责` : null,
    family === undefined ? `类别要写成${Object.values(familyNames).join('、')}之一` : null,
    level === undefined ? `级别要写成${Object.values(levelNames).join('、')}之一` : null,
    ways === null ? `招聘方式写成${Object.values(trackNames).join('、')}，可以几个，用顿号分开` : null,
    isHeadcount(headcount) ? null : '人数要在 1 到 99 之间',
    leadId !== null && !colleagues.has(leadId) ? '负责人编号不是在职同事' : null,
    ...tooShortOrLong(cells),
  ].filter(words => words !== null)
  if (wrong.length > 0 || !city || !family || !level || !ways) return { line, title, wrong: wrong.join('；') }
  const row = { city, family, level, tracks: ways, headcount, leadId }
  return { line, title, does: { ...wordsOf(cell), ...row } }
}

const isHeadcount = (count: number): boolean => Number.isInteger(count) && count >= 1 && count <= 99

function wordsOf(cell: (column: PositionColumn) => string) {
  return {
    title: cell('职位'),
    department: cell('部门'),
    team: cell('团队'),
    place: cell('地点'),
    years: cell('年限'),
    duties: cell('职责'),
    requirements: cell('要求'),
  }
}

const lengths = {
  职位: [2, 40],
  部门: [2, 20],
  团队: [0, 20],
  地点: [1, 20],
  年限: [0, 12],
  职责: [4, 2_000],
  要求: [4, 2_000],
} as const satisfies Partial<Record<PositionColumn, readonly [number, number]>>

function tooShortOrLong(cells: Record<PositionColumn, string>): string[] {
  return Object.entries(lengths).flatMap(([column, [min, max]]) => {
    const count = [...cells[column as PositionColumn].trim()].length
    if (count < min) return count === 0 ? `${column}是空的` : `${column}至少 ${min} 个字`
    return count > max ? `${column}最多 ${max} 个字` : []
  })
}

function named<K extends string>(
  keys: readonly K[],
  names: Record<K, string>,
  written: string,
): K | undefined {
  return keys.find(key => names[key] === written)
}

/** "社招、可内部转岗"; 内部 alone is understood as well. */
function waysOf(written: string): Track[] | null {
  const parts = written.split(/[、,，/\s]+/).filter(Boolean)
  const ways = parts.map(part => tracks.find(track => trackNames[track].includes(part)))
  if (ways.length === 0 || ways.includes(undefined)) return null
  return tracks.filter(track => ways.includes(track))
}
