import { type KeptName, keptTables } from '@domain/identity/ownData'
import { type Instant, inChina } from '@domain/kernel/time'
import { csvFileOf } from '@platform/csv'
import { strToU8, zipSync } from 'fflate'

/** What a cell shows: lists and objects as JSON, and times, also in these, as a clock in China shows them. */
function cellOf(field: string, value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'object' ? JSON.stringify(value, withClock) : String(withClock(field, value))
}

function withClock(field: string, value: unknown): unknown {
  const isTime = typeof value === 'number' && value > 0 && (field === 'at' || field.endsWith('At'))
  return isTime ? inChina(value).format('YYYY-MM-DD HH:mm:ss') : value
}

function tableOf(rows: readonly object[]): Buffer {
  const fields = [...new Set(rows.flatMap(row => Object.keys(row)))]
  const cells = rows.map(row => {
    const values = new Map(Object.entries(row))
    return fields.map(field => cellOf(field, values.get(field)))
  })
  return csvFileOf(fields, cells)
}

/** One ZIP: everything as JSON, each table as CSV, and what each is and why it is kept. */
export function packageOf(tables: readonly [KeptName, readonly object[]][], at: Instant): Buffer {
  const everything = JSON.stringify(
    { exportedAt: inChina(at).format(), tables: Object.fromEntries(tables) },
    null,
    2,
  )
  const legend = tables.map(([name, rows]) => {
    const { room, title, why } = keptTables[name]
    return `${name}.csv：${room} · ${title}，${rows.length} 条。${why}。`
  })
  const files = tables.map(([name, rows]) => [`${name}.csv`, tableOf(rows)] as const)
  return Buffer.from(
    zipSync({
      '说明.txt': strToU8(legend.join('\n')),
      'data.json': strToU8(everything),
      ...Object.fromEntries(files),
    }),
  )
}
