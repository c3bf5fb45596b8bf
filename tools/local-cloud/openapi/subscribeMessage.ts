import type { Subscriptions } from '../state/subscriptions'
import { failure, type StandIn, type StandInReply } from './standIn'

/** The longest value of each kind of template field, in characters, by WeChat's table for `data`. */
const FIELD_LIMITS: Record<string, number> = {
  thing: 20,
  number: 32,
  letter: 32,
  symbol: 5,
  character_string: 32,
  phone_number: 17,
  car_number: 8,
  name: 20,
  phrase: 5,
}

const REFUSED = { errcode: 43101, errmsg: 'user refuse to accept the msg' }

/** `subscribeMessage.send`: one acceptance is one message. */
export function subscribeMessageSend(subscriptions: Subscriptions): StandIn {
  return {
    rejection: REFUSED,
    answer({ data }): StandInReply {
      const { touser, template_id: templateId } = data
      if (typeof touser !== 'string' || touser === '') return failure(40003, 'invalid openid')
      if (typeof templateId !== 'string' || templateId === '') return failure(40037, 'invalid template_id')
      const field = firstWrongField(data.data)
      if (field) return failure(47003, `argument invalid! data.${field}.value invalid`)
      if (!subscriptions.take(touser, templateId)) return failure(REFUSED.errcode, REFUSED.errmsg)
      return { json: { errcode: 0, errmsg: 'ok' } }
    },
  }
}

/** The name of the first field whose value WeChat would refuse, or null. */
function firstWrongField(data: unknown): string | null {
  if (typeof data !== 'object' || data === null) return 'data'
  for (const [name, field] of Object.entries(data as Record<string, { value?: unknown } | null>)) {
    const value = field?.value
    const limit = FIELD_LIMITS[name.replace(/\d+$/, '')] ?? Number.POSITIVE_INFINITY
    if (typeof value !== 'string' && typeof value !== 'number') return name
    const length = [...String(value)].length
    if (length === 0 || length > limit) return name
  }
  return null
}
