import { setTimeout as delay } from 'node:timers/promises'
import type { Engine, Executed } from '../engine/index'
import type { Faults } from '../state/faults'
import { type Invocation, nameOf } from '../state/invocations'
import { NO_REPLY, type WireReply } from './admin'

type Request = Record<string, unknown>

/** Database requests: executed by the engine, counted in the log of the invocation, disturbed by faults. */
export class DatabaseWire {
  constructor(
    private readonly engine: Engine,
    private readonly faults: Faults,
    private readonly onScan: (text: string) => void,
  ) {}

  async execute(
    action: string,
    request: Request,
    invocation: Invocation | undefined,
  ): Promise<WireReply | typeof NO_REPLY> {
    const kill = invocation ? this.killOrder(invocation) : null
    if (kill === 'before') {
      await invocation?.kill()
      return NO_REPLY
    }
    const reply = await this.executeLogged(action, request, invocation)
    if (kill !== 'after') return reply
    await invocation?.kill()
    return NO_REPLY
  }

  private killOrder(invocation: Invocation): 'before' | 'after' | null {
    invocation.databaseArrivals += 1
    const { function: name, procedure } = invocation.record
    return this.faults.kill(name, procedure, invocation.databaseArrivals)?.when ?? null
  }

  private async executeLogged(
    action: string,
    request: Request,
    invocation: Invocation | undefined,
  ): Promise<WireReply | typeof NO_REPLY> {
    const startedMs = performance.now()
    const { executed, dropped } = await this.executeFaulty(action, request, invocation)
    if (invocation) this.record(invocation, action, request, executed, performance.now() - startedMs)
    if (executed.reply.transactionId) invocation?.transactions.push(executed.reply.transactionId)
    return dropped ? NO_REPLY : { ...executed.reply }
  }

  private async executeFaulty(
    action: string,
    request: Request,
    invocation: Invocation | undefined,
  ): Promise<{ executed: Executed; dropped: boolean }> {
    const struck = invocation ? `${nameOf(invocation)}/${invocation.databaseArrivals}` : action
    const fault = this.faults.database(action, text(request.collectionName), struck)
    switch (fault?.mode) {
      case 'conflict':
        await this.abort(request)
        return { executed: { reply: CONFLICT }, dropped: false }
      case 'fail':
        return { executed: { reply: FAILURE }, dropped: false }
      case 'slow':
        await delay(fault.slowMs)
        return { executed: await this.engine.execute(action, request), dropped: false }
      case 'drop':
      case undefined:
        return { executed: await this.engine.execute(action, request), dropped: fault?.mode === 'drop' }
    }
  }

  /** A transaction that met a conflict is over: its locks must not stay. */
  private async abort(request: Request): Promise<void> {
    const { transactionId } = request
    if (transactionId) await this.engine.execute('database.abortTransaction', { transactionId })
  }

  private record(
    { record }: Invocation,
    action: string,
    request: Request,
    { plan, reply }: Executed,
    durationMs: number,
  ): void {
    const collection = plan?.collection ?? text(request.collectionName)
    record.databaseRequests.push({
      action,
      collection,
      index: plan?.index ?? null,
      scanned: plan?.scanned ?? 0,
      returned: plan?.returned ?? 0,
      returnedBytes: bytesOf(reply.data),
      scan: plan?.scan ?? false,
      inTransaction: Boolean(request.transactionId),
      durationMs: Math.round(durationMs * 10) / 10,
      errorCode: reply.code ?? null,
    })
    if (!plan?.scan) return
    record.scans += 1
    const call = `${record.function}.${record.procedure ?? record.source}`
    const index = plan.index === null ? 'without an index' : `by ${plan.index}`
    this.onScan(
      `${call}: ${action} on ${collection} read ${plan.scanned} documents ${index} and returned ${plan.returned}`,
    )
  }
}

const CONFLICT: WireReply = {
  code: 'DATABASE_TRANSACTION_CONFLICT',
  message: '[TransactionConflict] Transaction is conflict, maybe resource operated by others (injected)',
}

const FAILURE: WireReply = {
  code: 'DATABASE_REQUEST_FAILED',
  message: 'The database is unavailable (injected)',
}

/** The documents of an answer travel as texts. */
function bytesOf(data: unknown): number {
  const list = (data as { list?: unknown } | undefined)?.list
  const texts = Array.isArray(list) ? list : [list]
  return texts.reduce((sum: number, one) => sum + (typeof one === 'string' ? Buffer.byteLength(one) : 0), 0)
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
