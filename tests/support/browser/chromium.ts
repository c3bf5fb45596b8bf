import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

/**
 * Where distributions put a Chromium of their own. The one without windows comes first: the other draws its tabs and
 * toolbars as pages, also where nobody sees them, and takes twice the time for it.
 */
const INSTALLED = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** Nothing of the browser's own talks to the network, and nothing needs a screen or a privilege. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--force-color-profile=srgb',
  '--font-render-hinting=none',
]

/** An installed Chromium, or the one that comes as an npm package, so that Node and npm are enough to test. */
export async function findChromium(): Promise<string> {
  const installed = INSTALLED.find(path => existsSync(path))
  if (installed) return installed
  const { default: packaged } = await import('@sparticuz/chromium')
  return packaged.executablePath()
}

export interface OwnBrowser {
  browser: Browser
  close(): Promise<void>
}

/** A headless Chromium whose home is a folder of its own, removed with it. */
export async function launchChromium(): Promise<OwnBrowser> {
  const home = mkdtempSync(join(tmpdir(), 'wo-chromium-'))
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: FLAGS,
    env: { ...process.env, HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home },
  })
  return {
    browser,
    close: async () => {
      await browser.close()
      rmSync(home, { recursive: true, force: true })
    },
  }
}
