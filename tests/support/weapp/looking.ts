/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { createRequire } from 'node:module'
import { join } from 'node:path'

/** What miniprogram-simulate hangs on an element that it drew. */
interface DrawnElement extends Element {
  __wxElement?: object
}

/** What an element says to a screen reader; any of it may be of a wrong type, which is for a test to find. */
interface Spoken {
  ariaLabel?: string
  ariaRole?: unknown
  ariaChecked?: unknown
  ariaSelected?: unknown
  ariaDisabled?: unknown
}

interface Exparser {
  Element: { getMethodCaller(node: object): { data?: Spoken } }
  Event: {
    create(type: string, detail: object, options: object): unknown
    dispatchEvent(target: object, event: unknown): void
  }
}

// miniprogram-simulate's own copy.
const exparser: Exparser = createRequire(
  join(__dirname, '../../../node_modules/miniprogram-simulate/package.json'),
)('miniprogram-exparser')

/** What an element says to a screen reader. */
export function spokenBy(element: Element): Spoken {
  const node = (element as DrawnElement).__wxElement
  return (node && exparser.Element.getMethodCaller(node).data) ?? {}
}

/** What a screen reader says of an element instead of its text. */
function labelOf(element: Element): string | undefined {
  return spokenBy(element).ariaLabel
}

/** Every element of a role. */
export function findByRole(root: Element, role: string): Element[] {
  return [...root.querySelectorAll('*')].filter(element => spokenBy(element).ariaRole === role)
}

/** What an element shows, without white space. */
export function textOf(element: Element): string {
  return (element.textContent ?? '').replace(/\s+/g, '')
}

/** The innermost elements that show exactly this text, or carry it as their label. */
export function findAll(root: Element, text: string): Element[] {
  const wanted = text.replace(/\s+/g, '')
  const matches = [...root.querySelectorAll('*')].filter(
    element => textOf(element) === wanted || labelOf(element) === text,
  )
  return matches.filter(element => !matches.some(other => other !== element && element.contains(other)))
}

/** The first element of the kind with this label for the ear. */
export function findLabelled(root: Element, label: string, kind = '*'): Element | undefined {
  return [...root.querySelectorAll(kind)].find(element => labelOf(element) === label)
}

/** Sends an event as WeChat does: it rises through components. */
export function fire(element: Element, type: string, detail: object): void {
  const target = (element as DrawnElement).__wxElement
  if (!target) throw new Error(`${element.tagName} was not drawn by the mini program`)
  const event = exparser.Event.create(type, detail, { bubbles: true, capturePhase: true, composed: true })
  exparser.Event.dispatchEvent(target, event)
}

/** Elements inside, as WeChat's audit counts WXML nodes. */
export function nodesOf(root: Element): number {
  return root.querySelectorAll('*').length
}

/** Levels of elements inside. */
export function depthOf(root: Element): number {
  return [...root.children].reduce((deepest, child) => Math.max(deepest, 1 + depthOf(child)), 0)
}
