import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

export interface Table {
  header: readonly string[]
  rows: readonly (readonly string[])[]
}

/** One part of `docs/benchmarks.md`: what was measured, how, and whether it keeps its bounds. */
export interface Section {
  title: string
  /** How it was measured, in sentences. */
  method: readonly string[]
  tables: readonly { caption: string; table: Table }[]
  /** What the figures say; a broken bound is said in `broken` too. */
  findings: readonly string[]
  /** Bounds that do not hold; any makes the bench fail. */
  broken: readonly string[]
}

const PREAMBLE = [
  '# Benchmarks',
  '',
  'Written by `npm run bench [-- screens|functions|scale|search|points|rush|launch|dashboard]`; a run replaces the sections it measured.',
  'Milliseconds are those of the local cloud on the machine described, a real environment adds its network; counts are',
  'the same in both.',
].join('\n')

/** Columns aligned for a terminal: the first to the left, figures to the right. */
export function toText({ header, rows }: Table): string {
  const widths = header.map((title, column) =>
    Math.max(title.length, ...rows.map(row => (row[column] ?? '').length)),
  )
  const line = (cells: readonly string[]) =>
    widths
      .map((width, column) =>
        column === 0 ? (cells[column] ?? '').padEnd(width) : (cells[column] ?? '').padStart(width),
      )
      .join('  ')
      .trimEnd()
  return [line(header), line(widths.map(width => '-'.repeat(width))), ...rows.map(line)].join('\n')
}

export function toMarkdown({ header, rows }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const rule = header.map((_title, column) => (column === 0 ? '---' : '---:'))
  return [line(header), line(rule), ...rows.map(line)].join('\n')
}

export function print({ title, tables, findings }: Section): void {
  console.log(`\n${title}\n${'='.repeat(title.length)}`)
  for (const { caption, table } of tables) console.log(`\n${caption}\n\n${toText(table)}`)
  for (const finding of findings) console.log(`\n${finding}`)
}

function sectionText(section: Section, circumstances: string): string {
  const tables = section.tables.flatMap(({ caption, table }) => ['', `### ${caption}`, '', toMarkdown(table)])
  const findings = section.findings.flatMap(finding => ['', finding])
  return [
    `## ${section.title}`,
    '',
    ...section.method,
    '',
    `*${circumstances}*`,
    ...tables,
    ...findings,
  ].join('\n')
}

/** Replaces the section of this title in the file, or adds it at the end. */
export function record(file: string, section: Section, circumstances: string): void {
  const [, ...written] = existsSync(file)
    ? readFileSync(file, 'utf8')
        .trimEnd()
        .split(/\n\n(?=## )/)
    : ['']
  const text = sectionText(section, circumstances)
  const at = written.findIndex(other => other.startsWith(`## ${section.title}\n`))
  const sections = at < 0 ? [...written, text] : written.map((other, i) => (i === at ? text : other))
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, `${[PREAMBLE, ...sections].join('\n\n')}\n`)
}
