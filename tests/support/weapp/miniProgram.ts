/// <reference lib="dom" />
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CallFunction } from './cloud'
import { Drawing, type Drawn } from './drawing'
import { findAll, findLabelled, fire, textOf } from './looking'
import { Realm } from './realm'
import { createWx, type Phone } from './wx'

export interface OpenPage extends Drawn {
  route: string
  query: Record<string, string>
  /** The tab bar of this page, if it is a tab. */
  tabBar: Drawn | undefined
}

interface AppJson {
  pages: string[]
  subPackages: { root: string; pages: string[] }[]
  tabBar: { list: { pagePath: string }[] }
}

export interface MiniProgramOptions {
  call: CallFunction
  /** What the phone's clock shows at the start, in ISO form. */
  startsAt: string
  /** What an earlier run left on the phone. */
  storage?: Phone['storage']
  /** The page that opens first; a link to it may carry parameters. */
  url?: string
}

export const ARTEFACT = join(__dirname, '../../../dist/weapp')
const DEADLINE_MS = 15_000
const POLL_MS = 15

/** What the artefact's `app.json` declares. @throws if there is none */
export function readAppJson(): AppJson {
  const file = join(ARTEFACT, 'app.json')
  if (!existsSync(file)) throw new Error('Nothing is built: run `npm run build:weapp`')
  return JSON.parse(readFileSync(file, 'utf8')) as AppJson
}

/**
 * The built mini program on a phone: `dist/weapp` runs in a realm as poor as WeChat's and is drawn by
 * miniprogram-simulate. One phone has one WeChat account; boot another for another person.
 */
export class MiniProgram {
  /** The page stack, the visible one last. */
  readonly pages: OpenPage[] = []
  readonly phone: Phone
  /** Errors and warnings that the artefact printed. */
  readonly complaints: string[] = []
  private readonly realm: Realm
  private readonly drawing: Drawing
  /** Tabs live on while another one is looked at. */
  private readonly tabs = new Map<string, OpenPage>()
  private readonly tabRoutes = readAppJson().tabBar.list.map(tab => tab.pagePath)

  constructor({ call, startsAt, storage = new Map(), url = '/pages/home/index' }: MiniProgramOptions) {
    this.phone = { calls: [], underWay: 0, storage, listeners: {} }
    const give = <T>(value: T) => this.realm.give(value)
    const doors = { call, give, navigate: (act: () => void) => this.navigate(act), navigation: this }
    this.realm = new Realm({
      root: ARTEFACT,
      startsAt: Date.parse(startsAt),
      wx: createWx(doors, this.phone),
      onConsole: (level, text) => {
        if (level === 'error' || level === 'warn') this.complaints.push(text)
      },
      getApp: () => this.realm.appDefinition,
      getCurrentPages: () => this.pages.map(page => page.self),
    })
    this.drawing = new Drawing(ARTEFACT, this.realm, text => this.complaints.push(text))
    this.realm.load('app')
    const launched = { path: url.slice(1), query: {}, scene: 1001 }
    this.realm.appDefinition?.onLaunch?.(this.realm.give(launched))
    this.realm.appDefinition?.onShow?.(this.realm.give(launched))
    this.push(url)
  }

  get top(): OpenPage {
    const top = this.pages.at(-1)
    if (!top) throw new Error('No page is open')
    return top
  }

  /** Opens a page above this one, as a link does. `/rooms/mall/pages/shop/index?category=home` */
  navigateTo(url: string): void {
    if (this.pages.length > 0) this.run(this.top, 'onHide')
    this.push(url)
  }

  redirectTo(url: string): void {
    this.close()
    this.push(url)
  }

  reLaunch(url: string): void {
    this.shutDown()
    this.push(url)
  }

  switchTab(url: string): void {
    const route = routeOf(url)
    while (this.pages.length > 0 && !this.tabRoutes.includes(this.top.route)) this.close()
    const left = this.pages.pop()
    if (left) this.run(left, 'onHide')
    const kept = this.tabs.get(route)
    if (kept) {
      this.pages.push(kept)
      this.run(kept, 'onShow')
    } else this.push(url)
  }

  navigateBack(delta = 1): void {
    for (let closed = 0; closed < delta && this.pages.length > 1; closed += 1) this.close()
    this.run(this.top, 'onShow')
  }

  /** The app leaves the screen: what was held goes out. */
  putAway(): void {
    this.realm.appDefinition?.onHide?.()
    for (const listen of this.phone.listeners.appHide ?? []) listen(this.realm.give({}))
  }

  /** Waits until the top page shows a text. @throws after 15 s, with what it shows instead */
  async see(text: string): Promise<void> {
    const wanted = text.replace(/\s+/g, '')
    await this.until(
      () => this.text().includes(wanted),
      () => `"${text}" is not on ${this.top.route}: ${this.text()}`,
    )
  }

  /**
   * Waits until the top page has shown each of several texts, not necessarily at once: a message goes while the rest
   * is still coming. @throws after 15 s, with what it shows instead
   */
  async seeEach(...texts: string[]): Promise<void> {
    const missing = new Set(texts.map(text => text.replace(/\s+/g, '')))
    await this.until(
      () => {
        const shown = this.text()
        for (const text of missing) if (shown.includes(text)) missing.delete(text)
        return missing.size === 0
      },
      () => `"${[...missing].join('", "')}" was not on ${this.top.route}: ${this.text()}`,
    )
  }

  /** Waits until a page is the top one. @throws after 15 s */
  async arrive(route: string): Promise<void> {
    await this.until(
      () => this.pages.at(-1)?.route === route,
      () => `${route} is not open, ${this.pages.at(-1)?.route} is: ${this.text()}`,
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

  /** Waits until no call is under way. @throws after 15 s */
  async settle(): Promise<void> {
    await this.until(
      () => this.phone.underWay === 0,
      () => `Calls are still under way on ${this.top.route}`,
    )
  }

  /** Closes everything, so that no page's timer runs on. */
  shutDown(): void {
    while (this.pages.length > 0) this.close()
    for (const tab of [...this.tabs.values()]) this.unload(tab)
  }

  /** What the top page shows, without white space. */
  text(): string {
    return textOf(this.top.dom)
  }

  /** The names of the tabs under the top page. */
  tabNames(): string[] {
    const { tabBar } = this.top
    return tabBar ? [...tabBar.dom.querySelectorAll('[class*="tab-bar__text"]')].map(textOf) : []
  }

  /**
   * Taps the innermost element of the top page or its tab bar that shows the text or has it as its label, as soon as it
   * is there; of several the last.
   * @param within the label of what it is in, such as a sheet's title
   */
  async tap(text: string, within?: string): Promise<void> {
    const found = () => {
      const { dom, tabBar } = this.top
      const root = within === undefined ? dom : findLabelled(dom, within)
      return [...(root ? findAll(root, text) : []), ...(tabBar ? findAll(tabBar.dom, text) : [])].at(-1)
    }
    await this.until(
      () => found() !== undefined,
      () => `Nothing to tap for "${text}" on ${this.top.route}: ${this.text()}`,
    )
    fire(found() as Element, 'tap', {})
  }

  /** Types into the field with this label once it is there, and waits until the page has taken it, as a finger would. */
  async type(label: string, value: string): Promise<void> {
    const { dom, setData, route } = this.top
    const field = () => findLabelled(dom, label, 'wx-input, wx-textarea')
    // A sheet takes a moment to open.
    await this.until(
      () => Boolean(field()),
      () => `No field "${label}" on ${route}: ${this.text()}`,
    )
    const { calls } = setData
    fire(field() as Element, 'input', { value, cursor: value.length })
    fire(field() as Element, 'blur', { value, cursor: value.length })
    await this.until(
      () => setData.calls > calls,
      () => `${route} took no notice of what was typed into "${label}"`,
    )
  }

  /** Taps a button that has WeChat give the phone number, and agrees. */
  givePhoneNumber(text: string, code: string): void {
    const button = findAll(this.top.dom, text).at(-1)?.closest('wx-button')
    if (!button) throw new Error(`No button "${text}" on ${this.top.route}: ${this.text()}`)
    fire(button, 'getphonenumber', { errMsg: 'getPhoneNumber:ok', code })
  }

  /** Navigation answers at once and happens a moment later, as on a phone. */
  private navigate(act: () => void): void {
    setTimeout(() => {
      try {
        act()
      } catch (error) {
        this.complaints.push(String((error as Error).stack))
      }
    }, 0)
  }

  private push(url: string): void {
    const route = routeOf(url)
    const query = Object.fromEntries(
      (url.split('?')[1] ?? '')
        .split('&')
        .filter(pair => pair !== '')
        .map(pair => pair.split('=') as [string, string]),
    )
    const drawn = this.drawing.draw(route)
    Object.assign(drawn.self, { route, __route__: route, options: this.realm.give(query) })
    const page: OpenPage = { ...drawn, route, query, tabBar: undefined }
    this.pages.push(page)
    this.run(page, 'onLoad', query)
    this.run(page, 'onShow')
    this.run(page, 'onReady')
    if (!this.tabRoutes.includes(route)) return
    this.tabs.set(route, page)
    page.tabBar = this.drawing.draw('custom-tab-bar/index')
  }

  private close(): void {
    const page = this.pages.pop()
    if (!page) return
    this.run(page, 'onHide')
    this.unload(page)
  }

  private unload(page: OpenPage): void {
    this.tabs.delete(page.route)
    this.run(page, 'onUnload')
    page.remove()
    page.tabBar?.remove()
  }

  private run(page: OpenPage, method: string, ...args: unknown[]): void {
    const run = (page.self as Record<string, ((...args: unknown[]) => unknown) | undefined>)[method]
    run?.apply(
      page.self,
      args.map(argument => this.realm.give(argument)),
    )
  }
}

function routeOf(url: string): string {
  return (url.split('?')[0] ?? '').replace(/^\//, '')
}
