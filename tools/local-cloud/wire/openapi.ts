import { setTimeout as delay } from 'node:timers/promises'
import type { FunctionRegistry } from '../functions/registry'
import type { OpenapiContext, StandIn, StandInReply } from '../openapi/standIn'
import type { Clock } from '../state/clock'
import type { Faults } from '../state/faults'
import { type Invocation, nameOf } from '../state/invocations'
import type { Outbox } from '../state/outbox'
import type { WireReply } from './admin'

const API_NOT_FOUND = -604100
const NOT_PERMITTED = -604101
const SYSTEM_BUSY = -1

export interface OpenapiParts {
  standIns: Record<string, StandIn>
  registry: FunctionRegistry
  faults: Faults
  outbox: Outbox
  clock: Clock
}

/** Calls of WeChat's own services, answered by stand-ins and kept in the outbox. */
export class OpenapiWire {
  constructor(private readonly parts: OpenapiParts) {}

  /** `wx.openApi`: arguments and reply travel as protobuf. */
  async execute(params: Record<string, unknown>, invocation: Invocation): Promise<WireReply | Buffer> {
    if (!Buffer.isBuffer(params.requestData)) {
      return { code: 'INVALID_PARAM', message: 'requestData is missing' }
    }
    // Protobuf is loaded by the first call: most clouds of a test make none.
    const { decodeOpenapiRequest, encodeOpenapiReply } = await import('./openapiMessages')
    const data = decodeOpenapiRequest(params.requestData)
    const reply = await this.send(String(params.apiName ?? ''), data, invocation)
    return 'json' in reply
      ? encodeOpenapiReply(Buffer.from(JSON.stringify(reply.json)), 'application/json')
      : encodeOpenapiReply(reply.content, reply.contentType)
  }

  /** `wx.api`: the older way, as JSON in JSON. */
  async executeJson(params: Record<string, unknown>, invocation: Invocation): Promise<WireReply> {
    const data = JSON.parse(String(params.requestData || '{}')) as Record<string, unknown>
    const reply = await this.send(String(params.apiName ?? ''), data, invocation)
    return 'json' in reply
      ? { data: { responseData: JSON.stringify(reply.json) } }
      : { data: { responseData: reply.content.toString('base64') } }
  }

  private async send(
    api: string,
    data: Record<string, unknown>,
    invocation: Invocation,
  ): Promise<StandInReply> {
    const { record } = invocation
    record.openapiCalls.push(api)
    const struck = `${nameOf(invocation)}/${record.openapiCalls.length}`
    const reply = await this.reply(api, struck, { data, invocation: record })
    const result =
      'json' in reply ? reply.json : { contentType: reply.contentType, bytes: reply.content.length }
    this.parts.outbox.add({
      at: new Date(this.parts.clock.now()).toISOString(),
      api,
      function: record.function,
      openid: recipient(data),
      data,
      result,
    })
    return reply
  }

  private async reply(api: string, struck: string, context: OpenapiContext): Promise<StandInReply> {
    const { standIns, registry, faults } = this.parts
    const standIn = standIns[api]
    if (!standIn) return refusal(API_NOT_FOUND, 'API not found')
    const permitted = registry.find(context.invocation.function)?.config.permissions.openapi ?? []
    if (!permitted.includes(api)) return refusal(NOT_PERMITTED, 'function has no permission to call this API')
    const fault = faults.openapi(api, struck)
    switch (fault?.mode) {
      case 'fail':
        return refusal(SYSTEM_BUSY, 'system error')
      case 'reject':
        return refusal(standIn.rejection.errcode, standIn.rejection.errmsg)
      case 'risky':
        return standIn.answer({ ...context, suggestion: 'risky' })
      case 'slow':
        await delay(fault.slowMs)
        return standIn.answer(context)
      case undefined:
        return standIn.answer(context)
    }
  }
}

function refusal(errcode: number, errmsg: string): StandInReply {
  return { json: { errcode, errmsg } }
}

function recipient(data: Record<string, unknown>): string | null {
  const openid = data.touser ?? data.openid
  return typeof openid === 'string' ? openid : null
}
