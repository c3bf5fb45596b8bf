import { randomUUID } from 'node:crypto'
import { FUNCTION_PAYLOAD_LIMIT_BYTES, LOCAL_ENVIRONMENT } from '../constants'
import type { Clock } from '../state/clock'
import type { Invocation, InvocationLog } from '../state/invocations'
import type { Caller } from './caller'
import { callerEnvironment } from './environment'
import type { Outcome } from './messages'
import type { DeployedFunction, FunctionRegistry } from './registry'

export interface Call {
  function: string
  event: Record<string, unknown>
  caller: Caller
}

export type CallFailure = 'FUNCTION_NOT_FOUND' | 'FUNCTION_TIMED_OUT' | 'FUNCTION_FAILED' | 'EVENT_TOO_LARGE'

/** The returned value as JSON text, or why there is none. */
export type CallResult = { ok: true; result: string } | { ok: false; failure: CallFailure; message: string }

/** Runs invocations on the pools and keeps the log of them. */
export class FunctionRunner {
  constructor(
    private readonly registry: FunctionRegistry,
    private readonly log: InvocationLog,
    private readonly clock: Clock,
    private readonly onFailure: (functionName: string, message: string) => void,
    /** Told of an invocation that its worker has not outlived. */
    private readonly onDeath: (invocation: Invocation) => void = () => undefined,
  ) {}

  async call(call: Call): Promise<CallResult> {
    const deployed = this.registry.find(call.function)
    if (!deployed) {
      return { ok: false, failure: 'FUNCTION_NOT_FOUND', message: `There is no function ${call.function}` }
    }
    const event = JSON.stringify(call.event)
    if (Buffer.byteLength(event) > FUNCTION_PAYLOAD_LIMIT_BYTES) {
      return { ok: false, failure: 'EVENT_TOO_LARGE', message: 'The event exceeds 6 MB' }
    }
    const result = judge(await this.run(deployed, event, call))
    if (!result.ok) this.onFailure(call.function, result.message)
    return result
  }

  /** A call nobody waits for: what goes wrong with it is told to the developer. */
  callDetached(call: Call): void {
    this.call(call).catch((error: unknown) => this.onFailure(call.function, String(error)))
  }

  private run(deployed: DeployedFunction, event: string, call: Call): Promise<Outcome> {
    return deployed.pool.lend(async (worker, cold) => {
      const invocation = this.open(call)
      invocation.kill = () => worker.terminate()
      invocation.record.coldStart = cold
      const startedMs = performance.now()
      const timeoutMs = deployed.config.timeoutSeconds * 1_000
      const outcome = await worker.invoke(
        {
          event,
          context: scfContext(deployed, timeoutMs),
          environment: callerEnvironment(call.caller, invocation.token),
        },
        timeoutMs,
      )
      this.finish(invocation, outcome, performance.now() - startedMs)
      if (!worker.alive) this.onDeath(invocation)
      return outcome
    })
  }

  private open({ event, function: name, caller }: Call): Invocation {
    return this.log.open({
      at: new Date(this.clock.now()).toISOString(),
      function: name,
      procedure: typeof event.procedure === 'string' ? event.procedure : null,
      openid: caller.openid,
      source: caller.source,
      requestId: typeof event.requestId === 'string' ? event.requestId : null,
    })
  }

  private finish(invocation: Invocation, outcome: Outcome, durationMs: number): void {
    const { record } = invocation
    const result = judge(outcome)
    record.finished = true
    record.durationMs = Math.round(durationMs * 10) / 10
    record.errorCode = result.ok ? errorCodeOf(result.result) : result.failure
    record.ok = record.errorCode === null
  }
}

function judge(outcome: Outcome): CallResult {
  switch (outcome.type) {
    case 'returned':
      return Buffer.byteLength(outcome.result) > FUNCTION_PAYLOAD_LIMIT_BYTES
        ? { ok: false, failure: 'FUNCTION_FAILED', message: 'The reply exceeds 6 MB' }
        : { ok: true, result: outcome.result }
    case 'timedOut':
      return { ok: false, failure: 'FUNCTION_TIMED_OUT', message: 'The function exceeded its time limit' }
    case 'threw':
    case 'died':
      return { ok: false, failure: 'FUNCTION_FAILED', message: outcome.message }
  }
}

/** The code inside a reply of the shape `{ok: false, error: {code}}`, else null. */
function errorCodeOf(result: string): string | null {
  if (!result.startsWith('{"ok":false')) return null
  const reply = JSON.parse(result) as { error?: { code?: unknown } }
  return typeof reply.error?.code === 'string' ? reply.error.code : 'UNKNOWN'
}

function scfContext(deployed: DeployedFunction, timeoutMs: number): Record<string, unknown> {
  return {
    callbackWaitsForEmptyEventLoop: false,
    memory_limit_in_mb: deployed.config.memoryMb,
    time_limit_in_ms: timeoutMs,
    request_id: randomUUID(),
    function_name: deployed.name,
    function_version: '$LATEST',
    namespace: LOCAL_ENVIRONMENT.envId,
    tencentcloud_region: LOCAL_ENVIRONMENT.region,
  }
}
