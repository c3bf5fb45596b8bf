import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http'
import { extname, join, normalize, sep } from 'node:path'
import { text } from 'node:stream/consumers'
import * as z from 'zod'
import { admit } from '../local-cloud/http'
import type { DevPage } from './devPage'
import { PhoneCalls, withoutRows } from './phoneCalls'

/** What lies between phone and cloud, as the panel sets it; `empty` lets nobody have done anything yet. */
export type Network = 'ok' | 'slow' | 'offline' | 'empty'

const SLOW_MS = 2_000
const networks: readonly Network[] = ['ok', 'slow', 'offline', 'empty']

const Call = z.object({ name: z.string(), input: z.unknown(), requestId: z.string() })

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
}

interface Places {
  /** The browser build of the mini program. */
  appDir: string
  /** Origin of the local cloud. */
  cloudUrl: string
  page: DevPage
}

/**
 * Serves the page at `/`, the mini program under `/app/` and the local cloud, as one origin, under `/cloud/`; to pages
 * of this machine alone, as the cloud does.
 */
export function createDevServer({ appDir, cloudUrl, page }: Places): Server {
  let network: Network = 'ok'
  const calls = new PhoneCalls()
  return createServer((incoming, response) => {
    if (!admit(incoming, response)) return
    const target = readTarget(incoming.url ?? '/')
    if (!target) {
      send(response, 400, '.html', 'not an address')
      return
    }
    const { pathname, searchParams } = target
    if (pathname === '/dev/network') {
      const wanted = searchParams.get('is')
      if (incoming.method === 'POST') network = networks.find(known => known === wanted) ?? network
      sendJson(response, 200, { network })
    } else if (pathname === '/dev/cloud') {
      sendJson(response, 200, { url: cloudUrl })
    } else if (pathname === '/dev/call') {
      const call = calls.find(searchParams.get('requestId') ?? '')
      sendJson(response, call ? 200 : 404, call ?? {})
    } else if (pathname === '/dev/results') {
      sendJson(response, 200, calls.results())
    } else if (pathname.startsWith('/cloud/local/')) {
      // The panel's own doors stay open when the phone is off line.
      forward(incoming, response, cloudUrl)
    } else if (pathname.startsWith('/cloud/')) {
      const pass = () => {
        if (pathname !== '/cloud/call') forward(incoming, response, cloudUrl)
        else void passCall(incoming, response, { cloudUrl, calls, isEmpty: network === 'empty' })
      }
      if (network === 'offline') incoming.socket.destroy()
      else setTimeout(pass, network === 'slow' ? SLOW_MS : 0)
    } else if (pathname.startsWith('/app/')) {
      sendFile(response, appDir, pathname.slice('/app/'.length) || 'index.html')
    } else {
      sendPage(response, page, pathname)
    }
  })
}

/** The address that was asked for; null for what is none, or can't be decoded. */
function readTarget(url: string): URL | null {
  try {
    // Printable ASCII alone may be passed on, and from `//` on another host would be named.
    if (!/^\/(?!\/)[!-~]*$/.test(url)) return null
    const target = new URL(url, 'http://localhost')
    decodeURIComponent(target.pathname)
    return target
  } catch {
    return null
  }
}

interface CallWay {
  cloudUrl: string
  calls: PhoneCalls
  isEmpty: boolean
}

/** Passes a call of the phone on, and keeps what it said and heard for the panel. */
async function passCall(incoming: IncomingMessage, response: ServerResponse, way: CallWay): Promise<void> {
  const { cloudUrl, calls, isEmpty } = way
  const openid = String(incoming.headers['x-openid'] ?? '')
  try {
    const body = await text(incoming)
    const answer = await fetch(new URL('/call', cloudUrl), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-openid': openid },
      body,
    })
    const { name, input, requestId } = Call.parse(JSON.parse(body))
    const heard: unknown = await answer.json()
    const reply = isEmpty ? withoutRows(name, heard) : heard
    calls.keep({ requestId, openid, name, input, reply })
    sendJson(response, answer.status, reply)
  } catch {
    // The cloud has gone, or what came is no call: the phone shows what it shows when it can't get through.
    sendJson(response, 502, { ok: false })
  }
}

function sendPage(response: ServerResponse, page: DevPage, pathname: string): void {
  const name = pathname === '/' ? 'index.html' : pathname.slice(1)
  const file = Object.hasOwn(page, name) ? page[name] : undefined
  if (file === undefined) send(response, 404, '.html', 'not here')
  else send(response, 200, pathname === '/' ? '.html' : extname(pathname), file)
}

function send(response: ServerResponse, status: number, extension: string, body: string): void {
  response.writeHead(status, {
    'content-type': contentTypes[extension] ?? 'text/plain',
    'cache-control': 'no-store',
  })
  response.end(body)
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  send(response, status, '.json', JSON.stringify(body))
}

function sendFile(response: ServerResponse, dir: string, name: string): void {
  const path = normalize(join(dir, decodeURIComponent(name)))
  if (!path.startsWith(dir + sep) || !existsSync(path) || !statSync(path).isFile()) {
    send(response, 404, '.html', 'not here')
    return
  }
  response.writeHead(200, {
    'content-type': contentTypes[extname(path)] ?? 'application/octet-stream',
    'cache-control': extname(path) === '.html' ? 'no-store' : 'max-age=3600',
  })
  createReadStream(path)
    .on('error', () => response.destroy())
    .pipe(response)
}

/** Passes a request on as it came, its path unread: the cloud refuses what is wrong with it. */
function forward(incoming: IncomingMessage, response: ServerResponse, cloudUrl: string): void {
  const outgoing = request(
    cloudUrl,
    {
      path: (incoming.url ?? '').slice('/cloud'.length),
      method: incoming.method,
      headers: { ...incoming.headers, host: new URL(cloudUrl).host },
    },
    answer => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    },
  )
  outgoing.on('error', () => {
    if (response.headersSent) response.destroy()
    else sendJson(response, 502, { ok: false })
  })
  incoming.pipe(outgoing)
}
