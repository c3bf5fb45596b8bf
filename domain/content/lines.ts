import { type BodyBlock, type BodyRun, joined } from './body'

/*
 * How a body is written in a plain text field: a line says by its first characters what it is, and bold stands between
 * two pairs of asterisks. A backslash before any of these means the characters themselves. It is the editor's own hand;
 * nothing of it is stored.
 */

const PICTURE = /^!\[(.*)\]\((cloud:\/\/[\w./-]+)\)$/
const FILM = /^@\[(.*)\]\((cloud:\/\/[\w./-]+)\)$/
/** `1. ` and no `3.5`: what is counted stands apart from its number. */
const STEP = /^\d+[.、] /
/** What a table says below itself, in a line of its own after the rows. */
const CAPTION = /^\|\s?—+(?!—)([^|]+)\|?$/

/** What the reading of a line stops at: something meant as it is, where bold begins or ends, a link. */
const SIGN = /\\([\\*[\]—])|(\*\*)|\[((?:\\.|[^[\]\\])+)\]\((https:\/\/[^\s)]{1,500})\)/g

const asMeant = (text: string) => text.replace(/\\([\\*[\]—])/g, '$1')

type Piece = BodyRun | 'bold'

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const sign of text.matchAll(SIGN)) {
    const [whole, meant, pair, words, href] = sign
    if (sign.index > from) pieces.push({ text: text.slice(from, sign.index) })
    from = sign.index + whole.length
    if (pair) pieces.push('bold')
    else pieces.push(words && href ? { text: asMeant(words), href } : { text: meant ?? '' })
  }
  return [...pieces, { text: text.slice(from) }]
}

/** Two pairs with something between make it bold; a pair alone is two asterisks. */
function runsOf(text: string): BodyRun[] {
  const pieces = piecesOf(text)
  const lastPair = pieces.lastIndexOf('bold')
  let isBold = false
  const runs = pieces.map((piece, place): BodyRun => {
    if (piece !== 'bold') return isBold ? { ...piece, bold: true } : piece
    const opens = !isBold && place < lastPair && pieces[place + 1] !== 'bold'
    if (!opens && !isBold) return { text: '**' }
    isBold = opens
    return { text: '' }
  })
  return joined(runs.filter(run => run.text !== ''))
}

/** Whether a line would be taken for something else than a paragraph, however many backslashes stand before it. */
const isMarked = (line: string): boolean => kindOf(line.replace(/^\\+/, '')) !== 'paragraph'

const kindOf = (line: string): string => {
  if (line.startsWith('## ')) return 'heading'
  if (line.startsWith('> ')) return 'quote'
  if (line.startsWith('- ')) return 'item'
  if (STEP.test(line)) return 'step'
  if (line.startsWith('|')) return 'row'
  if (line === '---') return 'rule'
  return PICTURE.test(line) ? 'picture' : FILM.test(line) ? 'film' : 'paragraph'
}

const cellsOf = (line: string) =>
  line
    .replace(/^\||\|$/g, '')
    .split('|')
    .map(cell => cell.trim().replace(/^\\(?=\\*—)/, ''))

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
        items: lines.map(one => runsOf(one.replace(kind === 'step' ? STEP : /^- /, ''))),
      },
    ]
  const runs = runsOf(line.startsWith('\\') && isMarked(line) ? line.slice(1) : line)
  return runs.length > 0 ? [{ kind: 'paragraph', runs }] : []
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

/** Words as they are meant, where some of their characters would say something else. */
const written = (text: string) =>
  text.replace(/\\(?=[\\*[\]—]|$)|\*{2,}|^\*|\*$|\](?=\(https:\/\/)/g, sign => sign.replace(/./g, '\\$&'))
const writtenInLink = (text: string) => text.replace(/[\\*[\]—]/g, '\\$&')

const runLine = ({ text, href }: BodyRun) => {
  const words = text.replace(/\n/g, ' ')
  return href ? `[${writtenInLink(words)}](${href.replaceAll(')', '%29')})` : written(words)
}

/** What is bold together stands between one pair and another. */
function lineOf(runs: readonly BodyRun[]): string {
  const shown = joined(runs)
  return shown
    .map((run, place) => {
      const begins = run.bold && !shown[place - 1]?.bold
      const ends = run.bold && !shown[place + 1]?.bold
      return `${begins ? '**' : ''}${runLine(run)}${ends ? '**' : ''}`
    })
    .join('')
}

/** What is said in several lines, each as the field writes it; a line without words is none. */
function linesIn(runs: readonly BodyRun[]): string[] {
  const lines: BodyRun[][] = [[]]
  for (const run of runs)
    for (const [place, text] of run.text.split('\n').entries()) {
      if (place > 0) lines.push([])
      if (text !== '') lines[lines.length - 1]?.push({ ...run, text })
    }
  return lines.map(lineOf).filter(line => line !== '')
}

/** A bar stands between cells, and can be in none; a dash at the beginning is no caption's. */
const inTable = (text: string) => text.replaceAll('|', ' ')
const inCell = (text: string) => inTable(text).replace(/^(?=\\*—)/, '\\')

function linesOfBlock(block: BodyBlock): string[] {
  switch (block.kind) {
    case 'heading':
      return [`## ${block.text}`]
    case 'paragraph':
      return linesIn(block.runs).map(line => (isMarked(line) ? `\\${line}` : line))
    case 'quote':
      return [
        ...linesIn(block.runs).map(line => `> ${line.replace(/^—/, '\\—')}`),
        ...(block.by ? [`> —${block.by}`] : []),
      ]
    case 'list':
      return block.items.map((item, index) => `${block.ordered ? `${index + 1}. ` : '- '}${lineOf(item)}`)
    case 'picture':
      return [`![${block.caption}](${block.fileId})`]
    case 'film':
      return [`@[${block.caption}](${block.fileId})`]
    case 'table':
      return [
        ...block.rows.map(row => `| ${row.map(inCell).join(' | ')} |`),
        ...(block.caption ? [`| —${inTable(block.caption)}`] : []),
      ]
    case 'rule':
      return ['---']
  }
}

/** The blocks as lines, for the editor. */
export function linesOf(blocks: readonly BodyBlock[]): string {
  return blocks.map(block => linesOfBlock(block).join('\n')).join('\n\n')
}
