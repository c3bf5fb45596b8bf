/** An element or a piece of text, as it stands in markup. */
export type MarkupNode = string | MarkupElement
export interface MarkupElement {
  tag: string
  attributes: Readonly<Record<string, string>>
  children: MarkupNode[]
}

/*
 * A comment that is not ended goes on to the end, and a tag holds no other one outside of quotes: however broken some
 * markup is, it is read in a time that grows with its length alone.
 */
const TOKEN = /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-z][a-z0-9]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>|([^<]+|<)/gi
const ATTRIBUTE = /([a-z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi
/** What has no end of its own. */
const VOID = ['img', 'br', 'hr', 'col', 'source']
const UNREAD = ['script', 'style', 'head', 'template', 'iframe', 'object']
/** Deeper than any text of ours; what nests further is drawn flat. */
const DEPTH_MAX = 40

const entities = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['mdash', '—'],
  ['hellip', '…'],
  ['middot', '·'],
])

/** What stands for a character, as that character; an unknown name stays as it is. */
export function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (whole, decimal, hex, name) => {
    if (name) return entities.get(name.toLowerCase()) ?? whole
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
    return code > 31 && code < 0x110000 && !(code >= 0xd800 && code < 0xe000)
      ? String.fromCodePoint(code)
      : ''
  })
}

/** A text as markup that says the same and nothing else. */
export function encoded(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}

const UNSEEN = /<!--|<(script|style|head|template|iframe|object|svg)\b/gi
/** These go on to the end when they are not ended. */
const RAW = ['script', 'style']
const ENDS_WHERE_IT_BEGINS = /[^<>]*\/>/y

/**
 * Some markup without comments and elements that nobody sees. A tag without an end is looked for once: however often it
 * begins, every character is passed over a few times at most.
 */
function withoutUnseen(markup: string): string {
  const begins = new RegExp(UNSEEN)
  const neverEnded = new Set<string>()
  /** Behind the end of what begins before `at`; null: it stays. */
  const endOf = (tag: string, at: number): number | null => {
    if (tag === '') return placeAfter(/-->/g, markup, at) ?? markup.length
    ENDS_WHERE_IT_BEGINS.lastIndex = at
    const isRaw = RAW.includes(tag)
    if (!isRaw && (neverEnded.has(tag) || ENDS_WHERE_IT_BEGINS.test(markup))) return null
    const end = placeAfter(new RegExp(`</${tag}\\s*>`, 'gi'), markup, at)
    if (end === null) neverEnded.add(tag)
    return end ?? (isRaw ? markup.length : null)
  }
  let seen = ''
  let from = 0
  for (let found = begins.exec(markup); found; found = begins.exec(markup)) {
    const end = endOf(found[1]?.toLowerCase() ?? '', begins.lastIndex)
    if (end === null) continue
    // Official accounts show their films in frames: that there was one is still to be told.
    seen += markup.slice(from, found.index) + (found[1]?.toLowerCase() === 'iframe' ? '<video>' : '')
    from = end
    begins.lastIndex = end
  }
  return seen + markup.slice(from)
}

/** Where the first match from a place on ends; null: there is none. */
function placeAfter(pattern: RegExp, text: string, from: number): number | null {
  pattern.lastIndex = from
  return pattern.test(text) ? pattern.lastIndex : null
}

/** The inside of the first heading of all, as pages of official accounts begin, and the markup without it. */
export function titleApart(markup: string): { title: string; rest: string } {
  const begin = /<h1\b[^<>]*>/i.exec(markup)
  if (begin === null) return { title: '', rest: markup }
  const from = begin.index + begin[0].length
  const end = /<\/h1\s*>/i.exec(markup.slice(from))
  if (end === null) return { title: '', rest: markup }
  const until = from + end.index
  const rest = markup.slice(0, begin.index) + markup.slice(until + end[0].length)
  return { title: markup.slice(from, until), rest }
}

const TAG = /<([a-z][a-z0-9]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>/gi
const TOLD = /\s(?:src|href|alt)\s*=\s*(?:"[^"]*"|'[^']*')/gi

/**
 * Some markup without what no article keeps: scripts, styles and most attributes are nine tenths of a page, and would
 * not fit into a call. Not a cleaning: that is the cloud's.
 */
export function lean(markup: string): string {
  return withoutUnseen(markup)
    .replace(TAG, (_whole, tag: string, rest: string) => `<${tag}${(rest.match(TOLD) ?? []).join('')}>`)
    .replace(/\s{2,}/g, ' ')
    .trim()
}

function attributesOf(source: string): Record<string, string> {
  const found = [...source.matchAll(ATTRIBUTE)]
  return Object.fromEntries(
    found.map(([, name = '', double, single]) => [name.toLowerCase(), decoded(double ?? single ?? '')]),
  )
}

/**
 * The elements of some markup. It never fails: an end without a beginning is passed over, and what is not ended ends
 * with its parent. What it returns may hold any element; `body.ts` takes what it knows.
 */
export function treeOf(markup: string): MarkupNode[] {
  const root: MarkupElement = { tag: '', attributes: {}, children: [] }
  const open = [root]
  let unread = ''
  for (const [, slash, name = '', rest = '', text] of markup.matchAll(TOKEN)) {
    const tag = name.toLowerCase()
    const top = open[open.length - 1] ?? root
    if (unread) {
      if (slash && tag === unread) unread = ''
    } else if (text !== undefined) top.children.push(decoded(text))
    else if (!tag) continue
    else if (slash) {
      const depth = open.map(element => element.tag).lastIndexOf(tag)
      if (depth > 0) open.length = depth
    } else if (UNREAD.includes(tag)) unread = rest.endsWith('/') ? '' : tag
    else {
      const element = { tag, attributes: attributesOf(rest), children: [] }
      top.children.push(element)
      if (!VOID.includes(tag) && !rest.endsWith('/') && open.length < DEPTH_MAX) open.push(element)
    }
  }
  return root.children
}
