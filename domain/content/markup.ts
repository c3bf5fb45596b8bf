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

const UNSEEN =
  /<!--[\s\S]*?(?:-->|$)|<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)|<(head|template|iframe|object|svg)\b(?![^<>]*\/>)[\s\S]*?<\/\2\s*>/gi
const TAG = /<([a-z][a-z0-9]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>/gi
const TOLD = /\s(?:src|href|alt)\s*=\s*(?:"[^"]*"|'[^']*')/gi

/**
 * Some markup without what no article keeps: scripts, styles and most attributes are nine tenths of a page, and would
 * not fit into a call. Not a cleaning: that is the cloud's.
 */
export function lean(markup: string): string {
  return markup
    .replace(UNSEEN, '')
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
