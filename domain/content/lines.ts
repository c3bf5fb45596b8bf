import { type BodyBlock, type BodyRun, joined } from './body'

/*
 * How a body is written in a plain text field: a line says by its first characters what it is, and bold stands between
 * two pairs of asterisks. It is the editor's own hand; nothing of it is stored.
 */

const PICTURE = /^!\[([^\]]*)\]\((cloud:\/\/[\w./-]+)\)$/
const FILM = /^@\[([^\]]*)\]\((cloud:\/\/[\w./-]+)\)$/
/** What a table says below itself, in a line of its own after the rows. */
const CAPTION = /^\|\s?—+(?!—)([^|]+)\|?$/
const LINK = /\[([^[\]]+)\]\((https:\/\/[^\s)]+)\)/

function runsOf(text: string): BodyRun[] {
  const parts = text.split(/(\*\*[^*]+\*\*|\[[^[\]]+\]\(https:\/\/[^\s)]+\))/)
  return joined(
    parts.filter(Boolean).map((part): BodyRun => {
      if (/^\*\*[^*]+\*\*$/.test(part)) return { text: part.slice(2, -2), bold: true }
      const [, words, href] = LINK.exec(part) ?? []
      return words && href ? { text: words, href } : { text: part }
    }),
  )
}

const kindOf = (line: string): string => {
  if (line.startsWith('## ')) return 'heading'
  if (line.startsWith('> ')) return 'quote'
  if (line.startsWith('- ')) return 'item'
  if (/^\d+[.、]\s?/.test(line)) return 'step'
  if (line.startsWith('|')) return 'row'
  if (line === '---') return 'rule'
  return PICTURE.test(line) ? 'picture' : FILM.test(line) ? 'film' : 'paragraph'
}

const cellsOf = (line: string) =>
  line
    .replace(/^\||\|$/g, '')
    .split('|')
    .map(cell => cell.trim())

function blockOf(kind: string, lines: readonly string[]): BodyBlock[] {
  const [line = ''] = lines
  if (kind === 'heading') return [{ kind, text: line.slice(3).trim() }]
  if (kind === 'rule') return [{ kind }]
  if (kind === 'picture' || kind === 'film') {
    const [, caption = '', fileId = ''] = (kind === 'picture' ? PICTURE : FILM).exec(line) ?? []
    return [{ kind, fileId, caption: caption.trim() }]
  }
  if (kind === 'quote') {
    const said = lines.map(one => one.slice(2).trim())
    const by =
      said.length > 1 && said[said.length - 1]?.startsWith('—')
        ? (said.pop() ?? '').replace(/^—+\s*/, '')
        : ''
    return [{ kind, runs: runsOf(said.join('\n')), by }]
  }
  if (kind === 'row') {
    const rows = lines.filter(one => !CAPTION.test(one)).map(cellsOf)
    const caption = lines.map(one => CAPTION.exec(one)?.[1]?.trim() ?? '').join('')
    return rows.length > 0 ? [{ kind: 'table', rows, caption }] : []
  }
  if (kind === 'item' || kind === 'step')
    return [
      {
        kind: 'list',
        ordered: kind === 'step',
        items: lines.map(one => runsOf(one.replace(/^(- |\d+[.、]\s?)/, ''))),
      },
    ]
  return [{ kind: 'paragraph', runs: runsOf(line) }]
}

const gathered = ['quote', 'item', 'step', 'row']

/** The blocks that some lines mean. */
export function blocksOfLines(text: string): BodyBlock[] {
  const groups: { kind: string; lines: string[] }[] = []
  for (const line of text.split('\n').map(one => one.trim())) {
    const kind = line === '' ? '' : kindOf(line)
    const last = groups[groups.length - 1]
    if (last?.kind === kind && gathered.includes(kind)) last.lines.push(line)
    else groups.push({ kind, lines: [line] })
  }
  return groups.filter(({ kind }) => kind !== '').flatMap(({ kind, lines }) => blockOf(kind, lines))
}

const runLine = ({ text, bold, href }: BodyRun) => {
  const words = text.replace(/\n/g, ' ')
  if (href) return `[${words}](${href})`
  return bold ? `**${words}**` : words
}
const lineOf = (runs: readonly BodyRun[]) => runs.map(runLine).join('')

/** What is said in several lines, each as the field writes it; a line without words is none. */
function linesIn(runs: readonly BodyRun[]): string[] {
  const lines: BodyRun[][] = [[]]
  for (const run of runs)
    for (const [place, text] of run.text.split('\n').entries()) {
      if (place > 0) lines.push([])
      if (text !== '') lines[lines.length - 1]?.push({ ...run, text })
    }
  return lines.map(line => lineOf(line).trim()).filter(line => line !== '')
}

/** A bar stands between cells, and can be in none. */
const inCell = (text: string) => text.replaceAll('|', ' ')

function linesOfBlock(block: BodyBlock): string[] {
  switch (block.kind) {
    case 'heading':
      return [`## ${block.text}`]
    case 'paragraph':
      return linesIn(block.runs)
    case 'quote':
      return [...linesIn(block.runs).map(line => `> ${line}`), ...(block.by ? [`> —${block.by}`] : [])]
    case 'list':
      return block.items.map((item, index) => `${block.ordered ? `${index + 1}. ` : '- '}${lineOf(item)}`)
    case 'picture':
      return [`![${block.caption}](${block.fileId})`]
    case 'film':
      return [`@[${block.caption}](${block.fileId})`]
    case 'table':
      return [
        ...block.rows.map(row => `| ${row.map(inCell).join(' | ')} |`),
        ...(block.caption ? [`| —${inCell(block.caption)}`] : []),
      ]
    case 'rule':
      return ['---']
  }
}

/** The blocks as lines, for the editor. */
export function linesOf(blocks: readonly BodyBlock[]): string {
  return blocks.map(block => linesOfBlock(block).join('\n')).join('\n\n')
}
