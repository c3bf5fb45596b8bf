/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { createRequire } from 'node:module'
import { join, relative } from 'node:path'
import type simulateModule from 'miniprogram-simulate'
import type { Definition, Realm } from './realm'

type AnyFunction = (this: unknown, ...args: unknown[]) => unknown

/** The root that miniprogram-simulate renders. */
interface Rendered {
  instance: unknown
  attach(parent: Element): void
  detach(): void
}

interface Instance {
  setData(data: unknown): void
  triggerEvent(name: string, detail?: unknown, options?: unknown): void
  data: unknown
}

/** What a page sent to be drawn. Bytes are those of the JSON. */
export interface SetDataCount {
  calls: number
  bytes: number
  bytesMax: number
}

/** A page or a tab bar on the screen. */
export interface Drawn {
  /** The instance as the artefact knows it: `this` of its methods. */
  self: object
  dom: HTMLElement
  setData: SetDataCount
  remove(): void
}

/** The phone whose component is being loaded: miniprogram-simulate asks for scripts by their path alone. */
let running: { runScript(path: string): void } | undefined

const simulate: typeof simulateModule = require('miniprogram-simulate')
// It would run every script in this rich realm; ours run in the poor one.
require('miniprogram-simulate/src/utils').runJs = (path: string) => running?.runScript(path)

// miniprogram-simulate's own copy.
const jComponent = createRequire(join(__dirname, '../../../node_modules/miniprogram-simulate/package.json'))(
  'j-component',
)
// Attributes that no property takes are forgotten; these are what tests look for.
for (const name of ['view', 'text', 'image', 'button', 'input', 'textarea'])
  jComponent.register({
    id: name,
    tagName: `wx-${name}`,
    template: '<slot/>',
    // Of no type, so that each is seen as the artefact gave it.
    properties: {
      ariaLabel: String,
      ariaRole: null,
      ariaChecked: null,
      ariaSelected: null,
      ariaDisabled: null,
    },
  })

interface RichNode {
  text?: string
  children?: RichNode[]
}

/** The words of WeChat's rich text: of markup, or of nodes. */
function wordsOf(nodes: string | RichNode[] | null): string {
  if (typeof nodes === 'string') return nodes.replace(/<[^>]*>/g, '')
  return (nodes ?? []).map(({ text, children }) => text ?? wordsOf(children ?? [])).join('')
}

// Drawn by WeChat itself and by nobody here; its words are what a reader sees.
jComponent.register({
  id: 'rich-text',
  tagName: 'wx-rich-text',
  template: '{{words}}',
  properties: {
    nodes: {
      type: null,
      observer(this: Instance, nodes: string | RichNode[]) {
        this.setData({ words: wordsOf(nodes) })
      },
    },
  },
})

/** Draws the artefact's components with WeChat's own WXML compiler and miniprogram-simulate. */
export class Drawing {
  private count: SetDataCount = { calls: 0, bytes: 0, bytesMax: 0 }
  private readonly selves = new WeakMap<object, object>()
  /** Who told of themselves, by what went out for them. */
  private readonly tellers = new WeakMap<object, object>()

  constructor(
    private readonly root: string,
    private readonly realm: Realm,
    /** Hears whatever drawing prints: a missing template is no error there, only a line. */
    private readonly onComplaint: (text: string) => void,
  ) {}

  /** Draws a page or component by its path in the artefact, without extension; it is attached, no page method has run. */
  draw(path: string): Drawn {
    const setData = { calls: 0, bytes: 0, bytesMax: 0 }
    this.count = setData
    running = this
    const component = this.listening(() => this.render(path))
    const definition = this.realm.registrations.get(path)?.definition
    if (!definition) throw new Error(`${path} registered neither a page nor a component`)
    const self = this.selfOf(component.instance as Instance, definition)
    const dom = document.createElement('div')
    document.body.appendChild(dom)
    this.listening(() => component.attach(dom))
    const remove = () => {
      component.detach()
      dom.remove()
    }
    return { self, dom, setData, remove }
  }

  private render(path: string): Rendered {
    const id = simulate.load(join(this.root, path), { rootPath: this.root })
    return simulate.render(id) as unknown as Rendered
  }

  /** Runs a script and replays its definition, since webpack runs a module once and a component is loaded often. */
  runScript(absolute: string): void {
    const path = relative(this.root, absolute)
    this.realm.load(path)
    const registered = this.realm.registrations.get(path)
    if (registered) this.register(registered.definition, registered.kind)
  }

  private listening<T>(act: () => T): T {
    const own = { log: console.log, warn: console.warn, error: console.error }
    const hear = (...args: unknown[]) => this.onComplaint(args.map(String).join(' '))
    Object.assign(console, { log: hear, warn: hear, error: hear })
    try {
      return act()
    } finally {
      Object.assign(console, own)
    }
  }

  private register(definition: Definition, kind: 'page' | 'component'): void {
    const { data, properties, methods, options, observers, lifetimes } = definition
    const { created, attached, detached, ready } = definition
    const carry = (functions: unknown) =>
      Object.fromEntries(
        Object.entries(onlyFunctions(functions)).map(([name, run]) => [name, this.carried(run, definition)]),
      )
    const register = (global as unknown as { Component(definition: unknown): void }).Component
    register({
      data: clone(data ?? {}),
      properties: outerTypes(properties ?? {}, observer => this.carried(observer, definition)),
      options: clone(options ?? {}),
      methods: carry(kind === 'page' ? definition : methods),
      ...(kind === 'component'
        ? {
            observers: carry(observers),
            lifetimes: carry({ created, attached, detached, ready, ...(lifetimes ?? {}) }),
          }
        : {}),
    })
  }

  /** A method of the artefact as miniprogram-simulate calls it: what goes in is data of the poor realm. */
  private carried(run: AnyFunction, definition: Definition): AnyFunction {
    const drawing = this
    return function carried(...args) {
      const self = drawing.selfOf(this as Instance, definition)
      return run.apply(
        self,
        args.map(argument => drawing.given(argument)),
      )
    }
  }

  /** What a method is called with. A component that tells of itself is met as itself, to be written upon. */
  private given(argument: unknown): unknown {
    const given = this.realm.give(plain(argument))
    const { detail } = (argument ?? {}) as { detail?: object }
    const self = detail && this.tellers.get(detail)
    return self ? Object.assign(given as object, { detail: self }) : given
  }

  /** The `this` of the artefact's methods: one for each instance. What it sets comes out as data, and is counted. */
  private selfOf(instance: Instance, definition: Definition): object {
    const known = this.selves.get(instance)
    if (known) return known
    const { count } = this
    // What a component's methods call each other by; a page's are its definition's own.
    const self = Object.create(Object.assign(Object.create(definition), definition.methods), {
      data: { get: () => instance.data },
      // What a native component tells its page; a page of Taro's tells nobody.
      triggerEvent: {
        value: (name: string, detail?: unknown, options?: unknown) => {
          const told = plain(detail)
          if (detail === self) this.tellers.set(told as object, self)
          this.listening(() => instance.triggerEvent(name, told, plain(options)))
        },
      },
      setData: {
        value: (data: unknown, then?: () => void) => {
          const payload = JSON.stringify(data)
          const bytes = Buffer.byteLength(payload)
          count.calls += 1
          count.bytes += bytes
          count.bytesMax = Math.max(count.bytesMax, bytes)
          this.listening(() => instance.setData(JSON.parse(payload)))
          if (then) setTimeout(() => then.call(self), 0)
        },
      },
    }) as object
    this.selves.set(instance, self)
    return self
  }
}

function onlyFunctions(record: unknown): Record<string, AnyFunction> {
  return Object.fromEntries(
    Object.entries(record ?? {}).filter(([, value]) => typeof value === 'function'),
  ) as Record<string, AnyFunction>
}

/** An event without its methods and circles. */
function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  const { type, timeStamp, detail, target, currentTarget, mark } = value as Record<string, unknown>
  return type === undefined ? clone(value) : clone({ type, timeStamp, detail, target, currentTarget, mark })
}

function clone<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T
}

/** `String` of the artefact's realm is not the `String` that miniprogram-simulate knows. */
function outerTypes(
  properties: Record<string, unknown>,
  carried: (observer: AnyFunction) => AnyFunction,
): Record<string, unknown> {
  const types: Record<string, unknown> = { String, Number, Boolean, Object, Array }
  const outer = (type: unknown) => (typeof type === 'function' ? types[type.name] : null)
  return Object.fromEntries(
    Object.entries(properties).map(([name, property]) => {
      if (typeof property === 'function' || property === null) return [name, outer(property)]
      const { type, value, observer } = property as {
        type: unknown
        value?: unknown
        observer?: AnyFunction
      }
      const kept = value === undefined ? {} : { value: clone(value) }
      return [name, { type: outer(type), ...kept, ...(observer ? { observer: carried(observer) } : {}) }]
    }),
  )
}
