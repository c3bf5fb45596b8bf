/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { join } from 'node:path'
import type simulateModule from 'miniprogram-simulate'
import { type AnyFunction, clone, mapFunctions, onlyFunctions, outerTypes, plain } from './outerRealm'
import { type Definition, Realm } from './realm'
import { createWx, type Phone } from './wx'

type Component = ReturnType<typeof simulateModule.render>

/** One answer of the cloud to `wx.cloud.callFunction`. */
export type CallFunction = (
  name: string,
  data: { procedure: string; input: unknown; requestId: string },
) => Promise<unknown>

export interface SetDataCount {
  calls: number
  bytes: number
}

export interface OpenPage {
  route: string
  query: Record<string, string>
  component: Component
  /** The page as the artefact knows it: what `getCurrentPages()` gives. */
  self: object
  dom: HTMLElement
  setData: SetDataCount
}

const ROOT = join(__dirname, '../../../dist/weapp')
const DEADLINE_MS = 15_000
const POLL_MS = 15

/**
 * The built mini program on a phone: `dist/weapp` runs in a realm as poor as WeChat's, its WXML is compiled by WeChat's
 * own compiler and drawn by miniprogram-simulate. One phone has one WeChat account; boot another for another person.
 */
export class MiniProgram {
  readonly pages: OpenPage[] = []
  readonly phone: Phone = { calls: [], storage: new Map(), toasts: [] }
  /** Errors and warnings that the artefact printed. */
  readonly complaints: string[] = []
  private readonly realm: Realm
  private readonly simulate: typeof simulateModule

  constructor(call: CallFunction) {
    const navigation = {
      navigateTo: (url: string) => this.open(url),
      redirectTo: (url: string) => {
        this.close(this.pages.length - 1)
        this.open(url)
      },
      switchTab: (url: string) => {
        while (this.pages.length > 0) this.close(this.pages.length - 1)
        this.open(url)
      },
      navigateBack: (delta: number) => {
        for (let closed = 0; closed < delta && this.pages.length > 1; closed += 1)
          this.close(this.pages.length - 1)
        this.run(this.top, 'onShow')
      },
    }
    const cloud = {
      call: async (name: string, data: Parameters<CallFunction>[1]) =>
        this.realm.give(await call(name, data)),
    }
    this.realm = new Realm({
      root: ROOT,
      wx: createWx(cloud, navigation, this.phone),
      onConsole: (level, text) => {
        if (level === 'error' || level === 'warn' || text.includes('not found')) this.complaints.push(text)
      },
      getApp: () => this.realm.appDefinition,
      getCurrentPages: () => this.pages.map(page => page.self),
    })
    this.simulate = require('miniprogram-simulate')
    this.mockPages()
    this.realm.load('app')
    this.realm.appDefinition?.onLaunch?.(
      this.realm.give({ path: 'pages/home/index', query: {}, scene: 1001 }),
    )
    this.realm.appDefinition?.onShow?.(this.realm.give({ path: 'pages/home/index', query: {}, scene: 1001 }))
  }

  get top(): OpenPage {
    const top = this.pages.at(-1)
    if (!top) throw new Error('No page is open')
    return top
  }

  /** Opens a page as `wx.navigateTo` does. `/rooms/mall/pages/shop/index?category=home` */
  open(url: string): OpenPage {
    const [route = '', search = ''] = url.replace(/^\//, '').split('?')
    const query = Object.fromEntries(new URLSearchParams(search))
    const setData: SetDataCount = { calls: 0, bytes: 0 }
    this.counting = setData
    const id = this.simulate.load(join(ROOT, route), { rootPath: ROOT })
    const component = this.simulate.render(id)
    const parent = document.createElement('div')
    document.body.appendChild(parent)
    component.attach(parent)
    const { definition } = this.realm.registrations.get(route) as { definition: Definition }
    const self = selfOf(component.instance as Instance, definition, setData)
    Object.assign(self, { route, __route__: route, options: this.realm.give(query) })
    const page: OpenPage = { route, query, component, self, dom: parent, setData }
    this.pages.push(page)
    this.run(page, 'onLoad', query)
    this.run(page, 'onShow')
    this.run(page, 'onReady')
    return page
  }

  /** Leaves the top page, as the phone's own gesture does. */
  back(): void {
    this.close(this.pages.length - 1)
    if (this.pages.length > 0) this.run(this.top, 'onShow')
  }

  /** Waits until the top page shows a text. @throws after 15 s, with what it shows instead */
  async see(text: string): Promise<void> {
    await this.until(
      () => this.text().includes(text),
      () => `"${text}" is not on ${this.top.route}: ${this.text()}`,
    )
  }

  /** Waits until a condition holds. @throws after 15 s */
  async until(holds: () => boolean, otherwise: () => string): Promise<void> {
    const deadline = Date.now() + DEADLINE_MS
    while (!holds()) {
      if (Date.now() > deadline) throw new Error(`${otherwise()}\n${this.complaints.join('\n')}`)
      await new Promise(resolve => setTimeout(resolve, POLL_MS))
    }
  }

  /** What the top page shows, without white space. */
  text(): string {
    return (this.top.dom.textContent ?? '').replace(/\s+/g, '')
  }

  /** Taps the smallest element of the top page that shows the text, or carries it as its label. */
  async tap(text: string): Promise<void> {
    let found: Element | undefined
    await this.until(
      () => {
        found = this.find(text)
        return found !== undefined
      },
      () => `Nothing to tap for "${text}" on ${this.top.route}: ${this.text()}`,
    )
    this.fire(found as Element, 'tap', {})
  }

  /** Types into the n-th field of the top page, counted from 0: miniprogram-simulate draws no placeholder. */
  type(n: number, value: string): void {
    const field = this.top.dom.querySelectorAll('wx-input, wx-textarea')[n]
    if (!field) throw new Error(`No field ${n} on ${this.top.route}`)
    this.fire(field, 'input', { value, cursor: value.length })
  }

  private counting: SetDataCount = { calls: 0, bytes: 0 }

  private find(text: string): Element | undefined {
    const wanted = text.replace(/\s+/g, '')
    const matches = [...this.top.dom.querySelectorAll('*')].filter(
      element =>
        (element.textContent ?? '').replace(/\s+/g, '') === wanted ||
        element.getAttribute('aria-label') === text,
    )
    return matches.at(-1)
  }

  /**
   * As WeChat does it: the event begins at the element and bubbles through the nodes of the components around it.
   * `dispatchEvent` begins at the component's root; here it is told another beginning.
   */
  private fire(element: Element, type: string, detail: object): void {
    this.top.component.dispatchEvent.call({ dom: element } as unknown as Component, type, { detail })
  }

  private close(index: number): void {
    const [page] = this.pages.splice(index, 1)
    if (!page) return
    this.run(page, 'onHide')
    this.run(page, 'onUnload')
    ;(page.component as Component & { detach(): void }).detach()
    page.dom.remove()
  }

  private run(page: OpenPage, method: string, ...args: unknown[]): void {
    const run = (page.self as Record<string, AnyFunction | undefined>)[method]
    run?.apply(
      page.self,
      args.map(argument => this.realm.give(argument)),
    )
  }

  /** Every script that miniprogram-simulate would require runs in the poor realm instead. */
  private mockPages(): void {
    const scripts: string[] = require('glob').sync('**/*.js', { cwd: ROOT })
    for (const script of scripts) {
      const path = script.replace(/\.js$/, '')
      jest.doMock(
        join(ROOT, path),
        () => {
          this.realm.load(path)
          const registered = this.realm.registrations.get(path)
          if (registered) this.register(registered.definition, registered.kind)
          return {}
        },
        { virtual: true },
      )
    }
  }

  private register(definition: Definition, kind: 'page' | 'component'): void {
    const { data, properties, methods, options, observers, lifetimes, ...rest } = definition
    const functions = kind === 'page' ? onlyFunctions(rest) : ((methods ?? {}) as Record<string, AnyFunction>)
    const outer = {
      data: clone(data ?? {}),
      properties: outerTypes(properties ?? {}),
      options: clone(options ?? {}),
      methods: Object.fromEntries(
        Object.entries(functions).map(([name, run]) => [name, this.carried(run, definition)]),
      ),
      ...(kind === 'component' && lifetimes
        ? { lifetimes: mapFunctions(lifetimes as object, run => this.carried(run, definition)) }
        : {}),
      ...(kind === 'component' && observers
        ? { observers: mapFunctions(observers as object, run => this.carried(run, definition)) }
        : {}),
    }
    ;(global as unknown as { Component(definition: unknown): void }).Component(outer)
  }

  /** A method of the artefact as the outer realm calls it: events go in as data, setData comes out as data, counted. */
  private carried(run: AnyFunction, definition: Definition): AnyFunction {
    const program = this
    return function carried(...args) {
      const self = selfOf(this as Instance, definition, program.counting)
      return run.apply(
        self,
        args.map(argument => program.realm.give(plain(argument))),
      )
    }
  }
}

interface Instance {
  setData(data: unknown, then?: () => void): void
  data: unknown
}

const shared = new WeakMap<object, object>()

/** The `this` of the artefact's methods: one for each instance, whichever method is called first. */
function selfOf(instance: Instance, definition: Definition, counting: SetDataCount): object {
  const known = shared.get(instance)
  if (known) return known
  const self = Object.create(definition, {
    data: { get: () => instance.data },
    setData: {
      value: (data: unknown, then?: () => void) => {
        const payload = JSON.stringify(data)
        counting.calls += 1
        counting.bytes += Buffer.byteLength(payload)
        instance.setData(JSON.parse(payload), then)
      },
    },
  }) as object
  shared.set(instance, self)
  return self
}
