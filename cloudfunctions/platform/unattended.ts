import { Refusal } from '@domain/kernel/errors'
import { errorCodeOf } from './databaseErrors'
import { logInvocation } from './log'

/*
 * What nobody waits for: runs of timers, and messages that WeChat pushes. A client can call any function with any event,
 * so that only the platform's own sources are believed.
 */

export interface TimerEvent {
  Type: 'Timer'
  TriggerName: string
}

export interface WechatEvent {
  MsgType: 'event'
  Event: string
}

export interface UnattendedDoors {
  /** By the name of the trigger in `config.json`. */
  timers?: Record<string, (now: number) => Promise<unknown>>
  /** By WeChat's name of the event. */
  events?: Record<string, (event: Record<string, unknown>) => Promise<unknown>>
}

interface Invocation {
  room: string
  doors: UnattendedDoors
  /** What the cloud context says of where the event comes from. */
  source: unknown
  count: Readonly<{ requests: number }>
}

const SCHEDULER_SOURCE = 'wx_trigger'
/** Where WeChat's own message push comes from; docs/release-checklist.md says how to verify it. */
const PUSH_SOURCE = 'wx_unknown'

export function isTimer(event: object): event is TimerEvent {
  return 'Type' in event && event.Type === 'Timer'
}

export function isWechatEvent(event: object): event is WechatEvent {
  return 'MsgType' in event && event.MsgType === 'event'
}

/** Runs a timer's jobs. One from anywhere but the scheduler is somebody who pretends to be it. */
export async function runTimer({ room, doors, source, count }: Invocation, event: TimerEvent) {
  const timer = doors.timers?.[event.TriggerName]
  if (!timer || source !== SCHEDULER_SOURCE) return { ok: false }
  return leavingLine({ timer: `${room}.${event.TriggerName}` }, count, async startedAt => {
    const data = await timer(startedAt)
    return { reply: { ok: true, data }, told: { data } }
  })
}

/** Hands a message of WeChat's to who listens. One from anywhere else is somebody who pretends to be WeChat. */
export async function runEvent({ room, doors, source, count }: Invocation, event: WechatEvent) {
  const listener = doors.events?.[event.Event]
  if (!listener || source !== PUSH_SOURCE) return { ok: false }
  return leavingLine({ event: `${room}.${event.Event}` }, count, async () => ({
    reply: { ok: true, data: await listener({ ...event }) },
    told: {},
  }))
}

/** @throws Error of the code alone: the message of what was thrown may quote data, and the platform prints it */
async function leavingLine<T>(
  occasion: { timer: string } | { event: string },
  count: Invocation['count'],
  work: (startedAt: number) => Promise<{ reply: T; told: { data?: unknown } }>,
): Promise<T> {
  const startedAt = Date.now()
  const ended = () => ({ ...occasion, durationMs: Date.now() - startedAt, databaseRequests: count.requests })
  try {
    const { reply, told } = await work(startedAt)
    logInvocation({ ...ended(), code: 'OK', ...told })
    return reply
  } catch (error) {
    const code = error instanceof Refusal ? error.code : errorCodeOf(error)
    logInvocation({ ...ended(), code, error })
    throw new Error(code)
  }
}
