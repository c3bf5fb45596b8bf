import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type ErrorCode, errorReply } from '@domain/kernel/errors'
import { CLIENT_EVENT_LIMIT_BYTES, CLIENT_REPLY_LIMIT_BYTES, LOCAL_ENVIRONMENT } from '../constants'
import { SOURCE_CLIENT } from '../functions/caller'
import type { CallFailure, FunctionRunner } from '../functions/runner'
import { BadRequest, readObject, sendJson, sendJsonText } from '../http'

const CODES: Record<CallFailure, ErrorCode> = {
  FUNCTION_NOT_FOUND: 'UNKNOWN_PROCEDURE',
  EVENT_TOO_LARGE: 'BAD_REQUEST',
  FUNCTION_TIMED_OUT: 'FUNCTION_TIMED_OUT',
  FUNCTION_FAILED: 'FUNCTION_FAILED',
}

const NAME = /^([a-z][a-z0-9]*)\.([A-Za-z][A-Za-z0-9]*)$/i
const OPENID = /^[\w-]{1,64}$/

/**
 * `POST /call`: what `wx.cloud.callFunction` does on a phone. The header `x-openid` says who is calling; an
 * `openid` in the body means nothing. The reply is the function's own.
 */
export class CallDoor {
  constructor(private readonly runner: FunctionRunner) {}

  async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let requestId: string = randomUUID()
    try {
      const openid = callerOf(request)
      const body = await readObject(request, CLIENT_EVENT_LIMIT_BYTES)
      if (typeof body.requestId === 'string') requestId = body.requestId
      else if (body.requestId !== undefined) throw new BadRequest('requestId must be a string')
      await this.call(body, openid, requestId, response)
    } catch (error) {
      if (!(error instanceof BadRequest)) throw error
      sendError(response, 'BAD_REQUEST', requestId, error.message, error.status)
    }
  }

  private async call(
    body: Record<string, unknown>,
    openid: string,
    requestId: string,
    response: ServerResponse,
  ): Promise<void> {
    const [, functionName, procedure] = NAME.exec(typeof body.name === 'string' ? body.name : '') ?? []
    if (!functionName || !procedure) throw new BadRequest('name must be <function>.<procedure>')
    const result = await this.runner.call({
      function: functionName,
      event: {
        procedure,
        input: body.input,
        requestId,
        userInfo: { appId: LOCAL_ENVIRONMENT.appId, openId: openid },
      },
      caller: { openid, source: SOURCE_CLIENT },
    })
    if (!result.ok) sendError(response, CODES[result.failure], requestId, result.failure)
    else if (Buffer.byteLength(result.result) > CLIENT_REPLY_LIMIT_BYTES) {
      sendError(response, 'FUNCTION_FAILED', requestId, 'The reply exceeds what a client can receive')
    } else if (!isReply(JSON.parse(result.result))) {
      sendError(response, 'FUNCTION_FAILED', requestId, 'The function returned something that is not a reply')
    } else sendJsonText(response, result.result)
  }
}

function isReply(value: unknown): boolean {
  return typeof value === 'object' && value !== null && typeof (value as { ok?: unknown }).ok === 'boolean'
}

/** The openid in the header. Throws BadRequest when there is none: every WeChat caller has one. */
export function callerOf(request: IncomingMessage): string {
  const openid = request.headers['x-openid']
  if (typeof openid !== 'string' || !OPENID.test(openid)) {
    throw new BadRequest('The header x-openid must say who is calling')
  }
  return openid
}

/** `detail` is for developers; it never holds what a function threw, which may hold personal data. */
export function sendError(
  response: ServerResponse,
  code: ErrorCode,
  requestId: string,
  detail: string,
  status = 200,
): void {
  sendJson(response, { ok: false, error: errorReply(code, requestId), detail }, status)
}
