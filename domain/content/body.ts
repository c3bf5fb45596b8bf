import { encoded, type MarkupElement, type MarkupNode, treeOf } from './markup'

/** Words in one look; an address only where it may be followed. */
export interface BodyRun {
  text: string
  bold?: true
  href?: string
}
export type BodyBlock =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; runs: BodyRun[] }
  | { kind: 'quote'; runs: BodyRun[]; by: string }
  | { kind: 'list'; ordered: boolean; items: BodyRun[][] }
  | { kind: 'picture'; fileId: string; caption: string }
  | { kind: 'film'; fileId: string; caption: string }
  | { kind: 'table'; rows: string[][]; caption: string }
  | { kind: 'rule' }

/** Files of ours alone; whatever lies elsewhere may change, or watch who reads. */
export const OWN_FILE = /^cloud:\/\/[\w./-]{1,300}$/
const ADDRESS = /^https:\/\/[^\s"'<>\\]{1,500}$/

const inlineTags = [
  'strong',
  'b',
  'em',
  'i',
  'a',
  'span',
  'br',
  'u',
  's',
  'code',
  'sub',
  'sup',
  'small',
  'font',
  'cite',
  'mark',
]

const isElement = (node: MarkupNode): node is MarkupElement => typeof node !== 'string'
const within = (element: MarkupElement, tag: string): MarkupElement[] =>
  element.children.filter(isElement).flatMap(child => (child.tag === tag ? [child] : within(child, tag)))

/** Words alone; what stood in lines of its own stays apart by a blank. */
function plain(nodes: readonly MarkupNode[]): string {
  return nodes.map(node => (isElement(node) ? plainElement(node) : node)).join('')
}
function plainElement({ tag, children }: MarkupElement): string {
  if (tag === 'br') return ' '
  return inlineTags.includes(tag) ? plain(children) : ` ${plain(children)} `
}
const tidy = (text: string) => text.replace(/\s+/g, ' ').trim()

type Look = Omit<BodyRun, 'text'>

function runsIn(nodes: readonly MarkupNode[], look: Look = {}): BodyRun[] {
  return nodes.flatMap(node => {
    if (!isElement(node)) return [{ text: node.replace(/\s+/g, ' '), ...look }]
    if (node.tag === 'br') return [{ text: '\n', ...look }]
    const isBold = node.tag === 'strong' || node.tag === 'b'
    const href =
      node.tag === 'a' && ADDRESS.test(node.attributes.href ?? '') ? node.attributes.href : undefined
    return runsIn(node.children, {
      ...look,
      ...(isBold ? { bold: true as const } : {}),
      ...(href ? { href } : {}),
    })
  })
}

/** Neighbours in one look as one, without blanks at either end. */
export function joined(runs: readonly BodyRun[]): BodyRun[] {
  const together: BodyRun[] = []
  for (const run of runs) {
    const last = together[together.length - 1]
    if (last && last.bold === run.bold && last.href === run.href) last.text += run.text
    else together.push({ ...run })
  }
  const [first] = together
  if (first) first.text = first.text.replace(/^\s+/, '')
  const last = together[together.length - 1]
  if (last) last.text = last.text.replace(/\s+$/, '')
  const kept = together.filter(({ text }) => text !== '')
  return kept.length < together.length ? joined(kept) : kept
}

/** What the elements say that is no block of its own becomes paragraphs, around the blocks between. */
function blocksIn(nodes: readonly MarkupNode[]): BodyBlock[] {
  const blocks: BodyBlock[] = []
  let loose: MarkupNode[] = []
  const settle = () => {
    const runs = joined(runsIn(loose))
    if (runs.length > 0) blocks.push({ kind: 'paragraph', runs })
    loose = []
  }
  for (const node of nodes) {
    if (!isElement(node) || (inlineTags.includes(node.tag) && !holdsBlock(node))) loose.push(node)
    else {
      settle()
      blocks.push(...blockOf(node))
    }
  }
  settle()
  return blocks
}

const holdsBlock = (element: MarkupElement): boolean =>
  element.children.some(child => isElement(child) && (!inlineTags.includes(child.tag) || holdsBlock(child)))

function fileBlock(element: MarkupElement, caption: string): BodyBlock[] {
  const { src = '', alt = '' } = element.attributes
  if (!OWN_FILE.test(src)) return []
  return [{ kind: element.tag === 'video' ? 'film' : 'picture', fileId: src, caption: tidy(caption || alt) }]
}

function tableOf(element: MarkupElement): BodyBlock[] {
  const rows = within(element, 'tr').map(row =>
    row.children
      .filter(isElement)
      .filter(({ tag }) => tag === 'td' || tag === 'th')
      .map(cell => tidy(plain(cell.children))),
  )
  const wide = Math.max(0, ...rows.map(({ length }) => length))
  if (wide === 0) return []
  const full = rows
    .filter(({ length }) => length > 0)
    .map(row => [...row, ...Array<string>(wide - row.length).fill('')])
  return [
    {
      kind: 'table',
      rows: full,
      caption: tidy(
        within(element, 'caption')
          .map(({ children }) => plain(children))
          .join(' '),
      ),
    },
  ]
}

function figureOf(element: MarkupElement): BodyBlock[] {
  const caption = within(element, 'figcaption')
    .map(({ children }) => plain(children))
    .join(' ')
  const files = [...within(element, 'img'), ...within(element, 'video')]
  const blocks = files.flatMap(file => fileBlock(file, caption))
  return blocks.length > 0
    ? blocks
    : blocksIn(element.children.filter(child => !isElement(child) || child.tag !== 'figcaption'))
}

function quoteOf(element: MarkupElement): BodyBlock[] {
  const isSaidBy = (node: MarkupNode) => isElement(node) && node.tag === 'footer'
  const by = tidy(plain(element.children.filter(isSaidBy)))
  const said = blocksIn(element.children.filter(node => !isSaidBy(node)))
  const whole = joined(said.flatMap(block => (block.kind === 'paragraph' ? [newLine, ...block.runs] : [])))
  const others = said.filter(({ kind }) => kind !== 'paragraph')
  return whole.length > 0 ? [{ kind: 'quote', runs: whole, by }, ...others] : others
}

const newLine: BodyRun = { text: '\n' }

/** What a block says within an item of a list, line by line. */
function linesIn(block: BodyBlock): BodyRun[][] {
  if (block.kind === 'paragraph' || block.kind === 'quote') return [block.runs]
  if (block.kind === 'heading') return [[{ text: block.text }]]
  if (block.kind === 'list') return block.items
  return block.kind === 'table' ? block.rows.map(row => [{ text: row.join(' ') }]) : []
}

/** An item holds words alone: what it is made of stands in lines. */
const itemOf = ({ children }: MarkupElement): BodyRun[] =>
  joined(
    blocksIn(children)
      .flatMap(linesIn)
      .flatMap(runs => [newLine, ...runs]),
  )

function blockOf(element: MarkupElement): BodyBlock[] {
  const { tag, children } = element
  if (/^h[1-6]$/.test(tag)) {
    const text = tidy(plain(children))
    return text ? [{ kind: 'heading', text }] : []
  }
  if (tag === 'img' || tag === 'video') return fileBlock(element, '')
  if (tag === 'figure') return figureOf(element)
  if (tag === 'table') return tableOf(element)
  if (tag === 'blockquote') return quoteOf(element)
  if (tag === 'hr') return [{ kind: 'rule' }]
  if (tag === 'ul' || tag === 'ol') {
    const items = within(element, 'li')
      .map(itemOf)
      .filter(({ length }) => length > 0)
    return items.length > 0 ? [{ kind: 'list', ordered: tag === 'ol', items }] : []
  }
  return blocksIn(children)
}

/**
 * What some markup holds of what an article may hold; everything else falls away, or stays as its words alone. The
 * server reads an article by it on saving, and the phone once more before it is drawn.
 */
export function blocksOf(markup: string): BodyBlock[] {
  return blocksIn(treeOf(markup))
}

const runMarkup = ({ text, bold, href }: BodyRun): string => {
  const words = encoded(text).replace(/\n/g, '<br>')
  const strong = bold ? `<strong>${words}</strong>` : words
  return href ? `<a href="${encoded(href)}">${strong}</a>` : strong
}
const runsMarkup = (runs: readonly BodyRun[]) => runs.map(runMarkup).join('')
const captioned = (tag: string, caption: string) => (caption ? `<${tag}>${encoded(caption)}</${tag}>` : '')

/** `412`, `1,286`, `-3.5%`, `¥ 20`: what is compared by its last digit. */
const NUMBER = /^[+\-−]?\s?[¥$€]?\s?\d[\d,. ]*\s?[%‰℃]?$/

/** Which columns hold numbers and nothing else below their head: they stand at the right. */
function numericColumns([head = [], ...rows]: readonly string[][]): boolean[] {
  return head.map((_title, column) => {
    const said = rows.map(row => row[column] ?? '').filter(cell => cell !== '')
    return said.length > 0 && said.every(cell => NUMBER.test(cell))
  })
}

function rowMarkup(cells: readonly string[], tag: 'th' | 'td', isNumeric: readonly boolean[]): string {
  const cellMarkup = (cell: string, column: number) =>
    `<${tag}${isNumeric[column] ? ' style="text-align:right"' : ''}>${encoded(cell)}</${tag}>`
  return `<tr>${cells.map(cellMarkup).join('')}</tr>`
}

function tableMarkup({ rows, caption }: { rows: readonly string[][]; caption: string }): string {
  const isNumeric = numericColumns(rows)
  const lines = rows.map((row, index) => rowMarkup(row, index === 0 ? 'th' : 'td', isNumeric))
  return `<table>${captioned('caption', caption)}${lines.join('')}</table>`
}

function markupOf(block: BodyBlock): string {
  switch (block.kind) {
    case 'heading':
      return `<h2>${encoded(block.text)}</h2>`
    case 'paragraph':
      return `<p>${runsMarkup(block.runs)}</p>`
    case 'quote':
      return `<blockquote><p>${runsMarkup(block.runs)}</p>${captioned('footer', block.by)}</blockquote>`
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul'
      return `<${tag}>${block.items.map(item => `<li>${runsMarkup(item)}</li>`).join('')}</${tag}>`
    }
    case 'picture':
      return `<figure><img src="${block.fileId}" alt="${encoded(block.caption)}">${captioned('figcaption', block.caption)}</figure>`
    case 'film':
      return `<figure><video src="${block.fileId}" controls></video>${captioned('figcaption', block.caption)}</figure>`
    case 'table':
      return tableMarkup(block)
    case 'rule':
      return '<hr>'
  }
}

/** The blocks as the one markup that an article is stored and drawn as. */
export function htmlOf(blocks: readonly BodyBlock[]): string {
  return blocks.map(markupOf).join('')
}

function wordsOf(block: BodyBlock): string {
  if (block.kind === 'heading') return block.text
  if (block.kind === 'paragraph') return block.runs.map(({ text }) => text).join('')
  if (block.kind === 'quote') return [...block.runs.map(({ text }) => text), block.by].join('')
  if (block.kind === 'list') return block.items.map(runs => runs.map(({ text }) => text).join('')).join('\n')
  if (block.kind === 'table') return [block.caption, ...block.rows.map(row => row.join(' '))].join('\n')
  return block.kind === 'rule' ? '' : block.caption
}

/** The words alone: for the machine that reads them, for a search, for how long it takes. */
export function textOf(blocks: readonly BodyBlock[]): string {
  return blocks.map(wordsOf).filter(Boolean).join('\n')
}

/** The files of pictures and films in it, each once. */
export function filesIn(blocks: readonly BodyBlock[]): string[] {
  return [...new Set(blocks.flatMap(block => ('fileId' in block ? [block.fileId] : [])))]
}

/** The same with other files in the place of some. */
export function withFiles(blocks: readonly BodyBlock[], copyOf: ReadonlyMap<string, string>): BodyBlock[] {
  return blocks.map(block =>
    'fileId' in block ? { ...block, fileId: copyOf.get(block.fileId) ?? block.fileId } : block,
  )
}
