import type { IncomingMessage, ServerResponse } from 'node:http'
import type * as z from 'zod'
import { describeContracts } from '../../build/contract'
import type { Engine } from '../engine/index'
import { BadRequest, readObject, sendJson } from '../http'
import type { MediaChecks } from '../openapi/mediaChecks'
import type { Clock } from '../state/clock'
import { FaultOrder, type Faults } from '../state/faults'
import type { InvocationLog } from '../state/invocations'
import type { Outbox } from '../state/outbox'
import type { Subscriptions } from '../state/subscriptions'
import type { Timers } from '../timers'
import { ClockOrder, MediaOrder, SubscriptionOrder, TimerOrder } from './orders'
import { demoPeople } from './people'

const ORDER_LIMIT_BYTES = 64 * 1024

export interface LocalParts {
  engine: Engine
  /** The names of the declared collections. */
  collections: () => string[]
  clock: Clock
  log: InvocationLog
  outbox: Outbox
  faults: Faults
  timers: Timers
  media: MediaChecks
  subscriptions: Subscriptions
}

type Answer = (query: URLSearchParams, request: IncomingMessage) => unknown

/** The doors under `/local`: they show and steer this stand-in, and have no counterpart in the real cloud. */
export class LocalDoors {
  private readonly doors: Record<string, Answer>

  constructor(private readonly parts: LocalParts) {
    const { engine, collections, clock, log, outbox, faults, media } = parts
    this.doors = {
      'GET people': () => demoPeople(engine, collections()),
      'GET clock': () => showClock(clock),
      'POST clock': async (_, request) => this.setClock(await order(request, ClockOrder)),
      'GET log': query =>
        log.list({ procedure: query.get('procedure') ?? undefined, after: Number(query.get('after') ?? 0) }),
      'DELETE log': () => done(() => log.clear()),
      'GET outbox': query => outbox.list(Number(query.get('after') ?? 0)),
      'DELETE outbox': () => done(() => outbox.clear()),
      'GET fault': () => faults.list(),
      'POST fault': async (_, request) => {
        faults.order(await order(request, FaultOrder))
        return faults.list()
      },
      'POST timer': async (_, request) => this.fireTimer(await order(request, TimerOrder)),
      'GET media': () => media.list(),
      'POST media': async (_, request) => this.deliverVerdict(await order(request, MediaOrder)),
      'POST subscriptions': async (_, request) =>
        this.setSubscription(await order(request, SubscriptionOrder)),
      'GET dump': query => (query.has('of') ? this.dumps(query.get('of') ?? '') : engine.digest()),
      'GET contract': () => describeContracts(),
    }
  }

  async serve(request: IncomingMessage, response: ServerResponse, path: string, query: URLSearchParams) {
    const door = this.doors[`${request.method} ${path}`] ?? this.dumpDoor(request.method, path)
    if (!door) throw new BadRequest(`There is no door ${request.method} /local/${path}`, 404)
    sendJson(response, await door(query, request))
  }

  private dumpDoor(method: string | undefined, path: string): Answer | undefined {
    const collection = /^dump\/([a-z][a-z0-9_]*)$/.exec(path)?.[1]
    if (method !== 'GET' || !collection) return undefined
    return () => this.dump(collection)
  }

  private dump(collection: string) {
    if (!this.parts.collections().includes(collection))
      throw new BadRequest('There is no such collection', 404)
    return this.parts.engine.dump(collection)
  }

  /** Several collections as they are at one moment: nothing is written before all of them have been read. */
  private dumps(names: string) {
    return Object.fromEntries(names.split(',').map(name => [name, this.dump(name)]))
  }

  private setClock({ at, runs }: z.infer<typeof ClockOrder>) {
    const { clock } = this.parts
    if (at === null) clock.reset()
    else clock.set(Date.parse(at), runs)
    return showClock(clock)
  }

  private async fireTimer({ function: name, trigger }: z.infer<typeof TimerOrder>) {
    const result = await this.parts.timers.fire(name, trigger)
    if (!result) throw new BadRequest(`The function ${name} has no timer ${trigger}`, 404)
    return result.ok ? { ok: true, data: JSON.parse(result.result) } : result
  }

  private async deliverVerdict({ trace_id: traceId, suggest }: z.infer<typeof MediaOrder>) {
    const result = await this.parts.media.deliver(traceId, suggest)
    if (!result) throw new BadRequest('No such media check is pending', 404)
    return result.ok ? { ok: true, data: JSON.parse(result.result) } : result
  }

  private setSubscription({ openid, templateId, accepted }: z.infer<typeof SubscriptionOrder>) {
    this.parts.subscriptions.set(openid, templateId, accepted)
    return { openid, templateId, accepted }
  }
}

function showClock(clock: Clock) {
  return { at: new Date(clock.now()).toISOString(), frozen: clock.frozen, real: clock.real }
}

function done(act: () => void) {
  act()
  return { ok: true }
}

async function order<T>(request: IncomingMessage, schema: z.ZodType<T>): Promise<T> {
  const parsed = schema.safeParse(await readObject(request, ORDER_LIMIT_BYTES))
  if (!parsed.success) throw new BadRequest(parsed.error.issues.map(issue => issue.message).join('; '))
  return parsed.data
}
