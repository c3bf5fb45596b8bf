import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http'
import { extname, join, normalize, sep } from 'node:path'
import type { DevPage } from './devPage'

/** The network between phone and cloud, as the panel sets it. */
export type Network = 'ok' | 'slow' | 'offline'

const SLOW_MS = 2_000
const networks: readonly Network[] = ['ok', 'slow', 'offline']

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

/** Serves the page at `/`, the mini program under `/app/` and the local cloud, as one origin, under `/cloud/`. */
export function createDevServer({ appDir, cloudUrl, page }: Places): Server {
  let network: Network = 'ok'
  return createServer((incoming, response) => {
    const { pathname } = new URL(incoming.url ?? '/', 'http://localhost')
    if (pathname === '/dev/network') {
      const wanted = new URL(incoming.url ?? '/', 'http://localhost').searchParams.get('is')
      if (incoming.method === 'POST') network = networks.find(known => known === wanted) ?? network
      send(response, 200, '.json', JSON.stringify({ network }))
    } else if (pathname.startsWith('/cloud/')) {
      // The panel's own doors stay open when the phone is off line.
      const isPhone = !pathname.startsWith('/cloud/local/')
      if (isPhone && network === 'offline') incoming.socket.destroy()
      else
        setTimeout(() => forward(incoming, response, cloudUrl), isPhone && network === 'slow' ? SLOW_MS : 0)
    } else if (pathname.startsWith('/app/')) {
      sendFile(response, appDir, pathname.slice('/app/'.length) || 'index.html')
    } else {
      sendPage(response, page, pathname)
    }
  })
}

function sendPage(response: ServerResponse, page: DevPage, pathname: string): void {
  const file = page[pathname === '/' ? 'index.html' : pathname.slice(1)]
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
  createReadStream(path).pipe(response)
}

/** The cloud answers its own origin alone; the browser's origin is this server's. */
function forward(incoming: IncomingMessage, response: ServerResponse, cloudUrl: string): void {
  const target = new URL((incoming.url ?? '').slice('/cloud'.length), cloudUrl)
  const { origin: _origin, referer: _referer, ...headers } = incoming.headers
  const outgoing = request(
    target,
    { method: incoming.method, headers: { ...headers, host: target.host } },
    answer => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    },
  )
  outgoing.on('error', () => {
    if (response.headersSent) response.destroy()
    else send(response, 502, '.json', JSON.stringify({ ok: false }))
  })
  incoming.pipe(outgoing)
}
