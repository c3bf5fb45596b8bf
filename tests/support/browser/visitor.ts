/// <reference lib="dom" />
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { capture, keepsCaptures } from './capture'
import { press } from './press'

export type Theme = 'light' | 'dark'

export interface VisitOptions {
  width?: number
  height?: number
  theme?: Theme
  /** 1 to 1.4. */
  textScale?: number
  /** The file of a script that runs in every page before its own. */
  script?: string
  /** Lets pages slide and sheets rise. Otherwise the phone is set to less motion, as a test has no eyes to guide. */
  moves?: boolean
}

interface Coming extends VisitOptions {
  url: string
  openid: string
  /** What the phone's own clock says. */
  now: string
}

/** An iPhone's: what covers the page above and below. */
const STATUS_BAR_PX = 47
const HOME_BAR_PX = 34
/** A browser on a busy machine takes its time. */
const WAIT_MS = 30_000
const POLL_MS = 25
const CONTROLS = ['button', 'link', 'tab', 'checkbox', 'radio'] as const
/** Longer than any movement: what stays the same for so long has come to rest. */
const REST_MS = 350

/** One person with one phone, who does what people do: open, read, tap, type. */
export class Visitor {
  /** Every error the page printed or threw. */
  readonly complaints: string[] = []

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    private readonly coming: Coming,
  ) {
    page.setDefaultTimeout(WAIT_MS)
    page.on('pageerror', error => this.complaints.push(`${page.url()}: ${error.message}`))
    page.on('console', message => {
      if (message.type() !== 'error') return
      this.complaints.push(`${page.url()}: ${message.text()} ${message.location().url}`)
    })
  }

  static async come(browser: Browser, coming: Coming): Promise<Visitor> {
    const context = await browser.newContext({
      viewport: { width: coming.width ?? 390, height: coming.height ?? 844 },
      // Half the pixels are a third of the work.
      deviceScaleFactor: keepsCaptures ? 2 : 1,
      hasTouch: true,
      colorScheme: coming.theme ?? 'light',
      reducedMotion: coming.moves ? 'no-preference' : 'reduce',
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    await context.clock.install({ time: coming.now })
    await context.addInitScript(openid => {
      // A blank page has no storage of its own, and a page may have chosen somebody else since.
      if (window.location.protocol.startsWith('http') && window.localStorage.getItem('dev.openid') === null)
        window.localStorage.setItem('dev.openid', openid)
    }, coming.openid)
    if (coming.script) await context.addInitScript({ path: coming.script })
    return new Visitor(context, await context.newPage(), coming)
  }

  /**
   * Opens a page of the mini program as from a link: `pages/fun/index`, `rooms/mall/pages/shop/index?…`. A mini program
   * that runs opens it in the place of the page on top; one that is shown already is loaded anew.
   */
  async open(path: string): Promise<this> {
    const runs = this.page.url().includes('/app/')
    return runs && (await this.page.evaluate(replacePage, path)) ? this : this.start(path)
  }

  /** Opens a page in a mini program that starts: it knows no more than what the phone keeps. */
  async start(path: string): Promise<this> {
    const frame = new URLSearchParams({
      ...(this.isPhone ? { statusBar: String(STATUS_BAR_PX), safeBottom: String(HOME_BAR_PX) } : {}),
      k: String(this.coming.textScale ?? 1),
    })
    // Another page of the same document would not load it anew.
    if (this.page.url() !== 'about:blank') await this.page.goto('about:blank')
    await this.page.goto(`${this.coming.url}/app/?${frame}#/${path}`)
    return this
  }

  /** Turns the phone to light or dark under the open page, and waits until its colours have followed. */
  async turn(theme: Theme): Promise<void> {
    await this.page.emulateMedia({ colorScheme: theme })
    await this.page.evaluate(async () => {
      // The transitions begin with the next frame's styles.
      await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))
      const transitions = document.getAnimations().filter(one => one instanceof CSSTransition)
      await Promise.allSettled(transitions.map(({ finished }) => finished))
    })
  }

  /** Gives the open page another window and size of text, as if it had been opened so, and waits for the next frame. */
  async squeeze(window: { width: number; height: number }, textScale: number): Promise<void> {
    await this.page.setViewportSize(window)
    await this.page.evaluate(async scale => {
      document.body.style.setProperty('--k', String(scale))
      await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    }, textScale)
  }

  /** Waits until the page on top shows a text. */
  async see(text: string | RegExp): Promise<void> {
    await this.until(String(text), async () => (await this.shown(text).count()) > 0)
  }

  /** Waits until the page on top shows a text no more. */
  async seeNoMore(text: string | RegExp): Promise<void> {
    await this.until(`no ${String(text)}`, async () => (await this.shown(text).count()) === 0)
  }

  /** Taps what is called so: a button, a link, a chip, a row. */
  async tap(name: string | RegExp): Promise<void> {
    await press(this.control(this.page.locator('body'), name), WAIT_MS)
  }

  /** The same inside the open sheet. */
  async tapInSheet(name: string | RegExp): Promise<void> {
    await press(this.control(this.sheet, name), WAIT_MS)
  }

  /** Types into the field with this label. */
  async type(label: string, value: string): Promise<void> {
    await this.page
      .locator(`input[aria-label="${label}"], textarea[aria-label="${label}"]`)
      .last()
      .fill(value)
  }

  /** Taps what opens the browser's file dialog, and chooses. */
  async choose(
    name: string | RegExp,
    file: { name: string; mimeType: string; buffer: Buffer },
  ): Promise<void> {
    const [chooser] = await Promise.all([this.page.waitForEvent('filechooser'), this.tap(name)])
    await chooser.setFiles(file)
  }

  async back(): Promise<void> {
    await this.tap('返回')
  }

  /** A picture for the README, once the page has come to rest. */
  async capture(name: string): Promise<void> {
    await this.settle()
    await capture(this.page, name, this.isPhone)
  }

  /** Waits until every skeleton, picture, count and movement has come to rest. */
  async settle(): Promise<void> {
    let last = ''
    let since = performance.now()
    await this.until('a page at rest', async () => {
      const now = (await this.wordsAtRest()).replace(/\d+:\d\d:\d\d/g, '')
      if (now === '' || now !== last) {
        last = now
        since = performance.now()
      }
      return performance.now() - since > REST_MS
    })
  }

  /** Polls until something holds. @throws after 30 s, with what is on the page */
  async until(what: string, holds: () => Promise<boolean>): Promise<void> {
    const deadlineMs = performance.now() + WAIT_MS
    while (performance.now() < deadlineMs) {
      if (await holds()) return
      // Between two looks of a poll that the deadline ends; the browser has the processor meanwhile.
      await new Promise(resolve => setTimeout(resolve, POLL_MS))
    }
    throw new Error(`Waited in vain for ${what} on ${this.page.url()}:\n${await this.text()}`)
  }

  /** The words of one element. */
  async read(selector: string): Promise<string> {
    return (await this.page.locator(selector).filter({ visible: true }).first().textContent()) ?? ''
  }

  /** What the page on top shows. */
  async text(): Promise<string> {
    // biome-ignore lint/performance/useDomNodeTextContent: what is hidden is not shown
    return this.page.locator('body').innerText()
  }

  /** What the page on top shows; nothing while something still loads or moves. */
  private wordsAtRest(): Promise<string> {
    return this.page.evaluate(() => {
      const isVisible = (element: Element) => element.getClientRects().length > 0
      // What is further down may load only once somebody comes near.
      const isInWindow = (element: Element) =>
        isVisible(element) && element.getBoundingClientRect().top < window.innerHeight
      const isApp = window.location.pathname.startsWith('/app/')
      const isBlank = isApp && ![...document.querySelectorAll('.taro_page')].some(isVisible)
      const isBusy =
        isBlank ||
        [...document.querySelectorAll('.skeleton, .button__spinner, [aria-busy=true]')].some(isInWindow) ||
        [...document.images].some(image => isInWindow(image) && !image.complete) ||
        document.getAnimations().some(animation => animation.playState === 'running')
      // biome-ignore lint/performance/useDomNodeTextContent: what is hidden is not shown
      return isBusy ? '' : document.body.innerText
    })
  }

  private shown(text: string | RegExp): Locator {
    return this.page.getByText(text).filter({ visible: true })
  }

  private get isPhone(): boolean {
    return (this.coming.width ?? 0) < 600
  }

  /** The one that is open: a sheet that slides out is no longer there for anybody. */
  private get sheet(): Locator {
    return this.page
      .locator('.sheet:not(.sheet--leaving)')
      .getByRole('dialog')
      .filter({ visible: true })
      .last()
  }

  private control(place: Locator, name: string | RegExp): Locator {
    const exact = typeof name === 'string'
    const [first, ...others] = CONTROLS.map(role => place.getByRole(role, { name, exact }))
    const any = others.reduce((either, locator) => either.or(locator), first as Locator)
    return any.filter({ visible: true }).last()
  }
}

/** Runs in the page. @returns false where a page of that path is there already: the router would go back to it */
function replacePage(path: string): boolean {
  const isThere = [...document.querySelectorAll('.taro_page')].some(({ id }) =>
    id.startsWith(`/${path.split('?')[0]}`),
  )
  if (!isThere) window.location.hash = `/${path}`
  return !isThere
}
