import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { LOCAL_ENVIRONMENT, MEGABYTE } from '../constants'
import { readBody, readObject, sendJson } from '../http'
import type { Invocation, InvocationLog } from '../state/invocations'
import type { DatabaseWire } from './database'
import type { FilesWire } from './files'
import type { InvokeWire } from './invoke'
import { readForm } from './multipart'
import type { OpenapiWire } from './openapi'

const REQUEST_LIMIT_BYTES = 20 * MEGABYTE

export interface WireReply {
  code?: string
  message?: string
  [field: string]: unknown
}

/** Ends a request without an answer, as a broken network does. */
export const NO_REPLY = Symbol('no reply')

export interface WireParts {
  log: InvocationLog
  database: DatabaseWire
  files: FilesWire
  invoke: InvokeWire
  openapi: OpenapiWire
}

/** `POST /admin`: the one address the SDK of a function talks to. Errors are HTTP 200 with `{code, message}`. */
export class AdminWire {
  constructor(private readonly parts: WireParts) {}

  async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = request.headers['content-type']?.startsWith('multipart/form-data')
      ? await readForm(request, await readBody(request, REQUEST_LIMIT_BYTES))
      : null
    const params = form ?? (await readObject(request, REQUEST_LIMIT_BYTES))
    const reply = await this.answer(params, request.headers.authorization ?? '')
    if (reply === NO_REPLY) request.socket.destroy()
    else if (Buffer.isBuffer(reply)) {
      response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(reply)
    } else sendJson(response, { requestId: randomUUID(), ...reply })
  }

  private async answer(
    params: Record<string, unknown>,
    authorization: string,
  ): Promise<WireReply | Buffer | typeof NO_REPLY> {
    if (!authorization.includes(LOCAL_ENVIRONMENT.secretId)) {
      return {
        code: 'SIGN_PARAM_INVALID',
        message: 'The request is not signed with the key of this environment',
      }
    }
    const invocation = this.parts.log.find(String(params.wxCloudApiToken ?? ''))
    if (invocation?.record.finished) {
      invocation.record.lateRequests += 1
      return { code: 'SYS_ERR', message: 'The function has returned: what it left running is frozen' }
    }
    return this.dispatch(String(params.action ?? ''), params, invocation)
  }

  private dispatch(
    action: string,
    params: Record<string, unknown>,
    invocation: Invocation | undefined,
  ): Promise<WireReply | Buffer | typeof NO_REPLY> | WireReply {
    const { database, files, invoke, openapi } = this.parts
    if (action.startsWith('database.')) return database.execute(action, params, invocation)
    if (action.startsWith('storage.')) return files.execute(action, params)
    if (action === 'functions.invokeFunction') return invoke.execute(params, invocation)
    if (action === 'wx.openApi' && invocation) return openapi.execute(params, invocation)
    if (action === 'wx.api' && invocation) return openapi.executeJson(params, invocation)
    return { code: 'INVALID_PARAM', message: `The local cloud knows no action ${action || '(none)'}` }
  }
}
