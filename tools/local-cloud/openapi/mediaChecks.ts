import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { LOCAL_ENVIRONMENT } from '../constants'
import { SOURCE_MESSAGE } from '../functions/caller'
import type { Call, CallResult, FunctionRunner } from '../functions/runner'
import type { Clock } from '../state/clock'
import { JsonFile } from '../state/jsonFile'
import { labelOf } from './contentSafety'
import type { Suggestion } from './standIn'

interface PendingCheck {
  function: string
  openid: string
  suggest: Suggestion
}

export interface MediaChecksOptions {
  dataDir: string
  runner: FunctionRunner
  clock: Clock
  /** When the verdict is pushed by itself, or null to wait for the door `/local/media`. */
  delayMs: number | null
}

/**
 * Media checks under way. They are kept on disk, so that a verdict still comes after the process was killed,
 * as WeChat's would.
 */
export class MediaChecks {
  private readonly file: JsonFile<Record<string, PendingCheck>>
  private readonly pending: Record<string, PendingCheck>
  private readonly timers = new Set<NodeJS.Timeout>()

  constructor(private readonly options: MediaChecksOptions) {
    this.file = new JsonFile(path.join(options.dataDir, 'media-checks.json'), {})
    this.pending = this.file.read()
  }

  /** Schedules the verdicts that a former process still owed. */
  resume(): void {
    for (const traceId of Object.keys(this.pending)) this.schedule(traceId)
  }

  start(functionName: string, openid: string, suggest: Suggestion): string {
    const traceId = randomUUID()
    this.pending[traceId] = { function: functionName, openid, suggest }
    this.file.write(this.pending)
    this.schedule(traceId)
    return traceId
  }

  list(): string[] {
    return Object.keys(this.pending)
  }

  /** Pushes the verdict to the function that asked for the check; null when no such check is pending. */
  async deliver(traceId: string, suggest?: Suggestion): Promise<CallResult | null> {
    const push = this.take(traceId, suggest)
    return push && this.options.runner.call(push)
  }

  close(): void {
    for (const timer of this.timers) clearTimeout(timer)
  }

  private schedule(traceId: string): void {
    if (this.options.delayMs === null) return
    const timer = setTimeout(() => {
      this.timers.delete(timer)
      const push = this.take(traceId)
      if (push) this.options.runner.callDetached(push)
    }, this.options.delayMs)
    this.timers.add(timer)
  }

  /** Ends a pending check; what it gives is the call that tells its verdict. */
  private take(traceId: string, suggest?: Suggestion): Call | null {
    const check = this.pending[traceId]
    if (!check) return null
    delete this.pending[traceId]
    this.file.write(this.pending)
    return {
      function: check.function,
      event: this.event(traceId, check.openid, suggest ?? check.suggest),
      caller: { openid: null, source: SOURCE_MESSAGE },
    }
  }

  private event(traceId: string, openid: string, suggest: Suggestion): Record<string, unknown> {
    const label = labelOf(suggest)
    return {
      ToUserName: LOCAL_ENVIRONMENT.appId,
      FromUserName: openid,
      CreateTime: Math.floor(this.options.clock.now() / 1_000),
      MsgType: 'event',
      Event: 'wxa_media_check',
      appid: LOCAL_ENVIRONMENT.appId,
      trace_id: traceId,
      version: 2,
      errcode: 0,
      errmsg: 'ok',
      result: { suggest, label },
      detail: [{ strategy: 'content_model', errcode: 0, suggest, label, prob: 90 }],
    }
  }
}
