import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { CallDoor } from './doors/call'
import type { FilesDoor } from './doors/files'
import type { LocalDoors } from './doors/local'
import { admit, BadRequest, sendJson } from './http'
import type { AdminWire } from './wire/admin'

/** The SDK of a warm worker keeps its connection; closing it sooner would race with its next request. */
const KEEP_ALIVE_MS = 60_000

export interface Doors {
  admin: AdminWire
  call: CallDoor
  files: FilesDoor
  local: LocalDoors
}

/** Listens on 127.0.0.1 alone: who reaches this server is believed to be whomever they say. */
export async function listen(doors: Doors, port: number): Promise<{ server: Server; url: string }> {
  const server = createServer((request, response) => {
    serve(doors, request, response).catch((error: unknown) => fail(response, error))
  })
  server.keepAliveTimeout = KEEP_ALIVE_MS
  server.headersTimeout = KEEP_ALIVE_MS + 1_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

async function serve(doors: Doors, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!admit(request, response)) return
  const { path, query } = splitTarget(request.url ?? '/')
  const [, room = '', rest = ''] = /^\/([^/]*)\/?(.*)$/.exec(path) ?? []
  switch (`${request.method} ${room}`) {
    case 'POST admin':
      return doors.admin.serve(request, response)
    case 'POST call':
      return doors.call.serve(request, response)
    case 'PUT storage':
      return doors.files.upload(request, response, rest)
    case 'GET storage':
    case 'HEAD storage':
      return doors.files.download(request, response, rest, query)
    case 'PUT upload':
      return doors.files.uploadPermitted(request, response, rest)
    case 'GET local':
    case 'POST local':
    case 'DELETE local':
      return doors.local.serve(request, response, rest, query)
    default:
      throw new BadRequest(`There is no door ${request.method} ${path}`, 404)
  }
}

/** The raw path: `URL` would fold dotted segments away before they can be refused. */
function splitTarget(target: string): { path: string; query: URLSearchParams } {
  const [path = '/', query = ''] = target.split('?', 2)
  return { path, query: new URLSearchParams(query) }
}

function fail(response: ServerResponse, error: unknown): void {
  if (response.headersSent || response.socket?.destroyed) {
    response.destroy()
  } else if (error instanceof BadRequest) {
    sendJson(response, { error: error.message }, error.status)
  } else {
    console.error(error)
    sendJson(response, { error: 'The local cloud failed; its output tells why' }, 500)
  }
}
