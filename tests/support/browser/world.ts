/// <reference lib="dom" />
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import type { DevPage } from '../../../tools/start/devPage'
import { createDevServer } from '../../../tools/start/server'
import { startTestCloud, type TestCloud } from '../localCloud'
import { launchChromium } from './chromium'
import { type VisitOptions, Visitor } from './visitor'

/** A Thursday, 7:30 in UTC+8: the morning's Happy Hour runs. */
export const MORNING = '2026-11-18T23:30:00.000Z'

const APP_DIR = join(__dirname, '../../../dist/h5')
const WORKERS = 1

// Longer than any wait of a visitor, so that the wait says what it waited for.
jest.setTimeout(240_000)

export interface BrowserWorld {
  cloud: TestCloud
  /** Origin of the dev server. */
  url: string
  browser: Browser
  /** A phone in somebody's hand; each has its own storage. The openid is what the demo world gives its people. */
  visit(openid: string, options?: VisitOptions): Promise<Visitor>
  /** @throws when any phone printed an error that the test did not ask for, or a query scanned */
  close(): Promise<void>
}

/** Somebody of the roster who has not come yet. */
export interface Newcomer {
  _id: string
  name: string
  phone: string
  openid: string
}

/** The first on the roster whom no WeChat account is bound to. */
export async function findNewcomer(cloud: TestCloud): Promise<Newcomer> {
  const employees = await cloud.dump<Newcomer>('identity_employees')
  const newcomer = employees.find(({ openid }) => openid.startsWith('unbound:'))
  if (!newcomer) throw new Error('Everybody on the roster has registered')
  return newcomer
}

/** What somebody's account holds, also where they can't be asked. */
export async function balanceOf(cloud: TestCloud, employeeId: string): Promise<number> {
  const accounts = await cloud.dump<{ _id: string; balance: number }>('coin_accounts')
  const account = accounts.find(({ _id }) => _id === employeeId)
  if (!account) throw new Error(`${employeeId} has no account`)
  return account.balance
}

/**
 * The demonstration world at a frozen moment, the server before it, and a Chromium to look at it with.
 * @param page what stands around the phone, where a test looks at that
 */
export async function startBrowserWorld(at = MORNING, page: DevPage = {}): Promise<BrowserWorld> {
  const cloud = await startTestCloud({ seed: 'demo', clock: at, workers: WORKERS })
  const server = createDevServer({ appDir: APP_DIR, cloudUrl: cloud.url, page })
  const url = await listen(server)
  const { browser, close: closeBrowser } = await launchChromium()
  const visitors: Visitor[] = []
  return {
    cloud,
    url,
    browser,
    visit: async (openid, options = {}) => {
      const visitor = await Visitor.come(browser, { url, openid, now: at, ...options })
      visitors.push(visitor)
      return visitor
    },
    close: async () => {
      const complaints = visitors.flatMap(visitor => visitor.complaints)
      await closeBrowser()
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
      await cloud.close()
      if (complaints.length > 0) throw new Error(`The browser complained:\n${complaints.join('\n')}`)
    },
  }
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
