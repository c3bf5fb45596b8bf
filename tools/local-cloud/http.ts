import type { IncomingMessage, ServerResponse } from 'node:http'

/** A request that could not be understood, with what is wrong with it. */
export class BadRequest extends Error {
  constructor(
    message: string,
    readonly status = 400,
  ) {
    super(message)
  }
}

/** Refuses to buffer more than this of a body that is refused anyway; beyond it the connection is cut. */
const DRAIN_LIMIT_BYTES = 64 * 1024 * 1024

/**
 * Reads a body of at most `limitBytes`. A larger one is read to its end and thrown away, so that the sender,
 * who is still writing, gets to read the refusal. Throws BadRequest.
 */
export async function readBody(request: IncomingMessage, limitBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= limitBytes) chunks.push(chunk)
    else if (size > DRAIN_LIMIT_BYTES) break
  }
  if (size > limitBytes) throw new BadRequest(`The body exceeds ${limitBytes} bytes`, 413)
  return Buffer.concat(chunks)
}

/** Reads a body that must be a JSON object. Throws BadRequest. */
export async function readObject(
  request: IncomingMessage,
  limitBytes: number,
): Promise<Record<string, unknown>> {
  const text = (await readBody(request, limitBytes)).toString('utf8')
  const value = parseJson(text)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new BadRequest('The body must be a JSON object')
  }
  return value as Record<string, unknown>
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new BadRequest('The body is not JSON')
  }
}

export function sendJson(response: ServerResponse, value: unknown, status = 200): void {
  sendJsonText(response, JSON.stringify(value), status)
}

export function sendJsonText(response: ServerResponse, text: string, status = 200): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
  })
  response.end(text)
}

const LOCAL_ORIGIN = /^http:\/\/(127\.0\.0\.1|localhost)(:\d+)?$/
const LOCAL_HOST = /^(127\.0\.0\.1|localhost)(:\d+)?$/

/**
 * Lets pages of this machine in and keeps all others out: without this, any page open in a browser could
 * call the functions, as whomever it likes. Returns false when the request has been answered.
 */
export function admit(request: IncomingMessage, response: ServerResponse): boolean {
  const { origin, host } = request.headers
  if ((origin !== undefined && !LOCAL_ORIGIN.test(origin)) || !LOCAL_HOST.test(host ?? '')) {
    sendJson(response, { error: 'Only pages and programs of this machine may call' }, 403)
    return false
  }
  if (origin !== undefined) {
    response.setHeader('access-control-allow-origin', origin)
    response.setHeader('vary', 'origin')
    response.setHeader('access-control-allow-headers', 'content-type, x-openid')
    response.setHeader('access-control-allow-methods', 'GET, HEAD, POST, PUT, DELETE')
    response.setHeader('access-control-max-age', '600')
  }
  if (request.method !== 'OPTIONS') return true
  response.writeHead(204).end()
  return false
}
