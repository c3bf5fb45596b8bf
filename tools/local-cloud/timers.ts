import { Cron } from 'croner'
import { SOURCE_TIMER } from './functions/caller'
import type { DeployedFunction, FunctionRegistry } from './functions/registry'
import type { Call, CallResult, FunctionRunner } from './functions/runner'
import type { Clock } from './state/clock'

const TICK_MS = 1_000
const TIME_ZONE = 'Asia/Shanghai'

interface Due {
  functionName: string
  trigger: string
  cron: string
  at: number | null
}

/**
 * The timers of the functions' `config.json`, in UTC+8 by the clock of the cloud. A frozen clock fires none;
 * when the clock is set, what lies between is skipped, as it is for the real service after an outage.
 */
export class Timers {
  private due: Due[] = []
  private ticking: NodeJS.Timeout | undefined

  constructor(
    private readonly registry: FunctionRegistry,
    private readonly runner: FunctionRunner,
    private readonly clock: Clock,
  ) {}

  start(): void {
    this.plan()
    this.clock.onChange(() => this.plan())
    this.registry.onChange(() => this.plan())
    this.ticking = setInterval(() => this.tick(), TICK_MS)
  }

  stop(): void {
    clearInterval(this.ticking)
  }

  /** Fires one timer now; null when the function has no such timer. */
  async fire(functionName: string, trigger: string): Promise<CallResult | null> {
    const triggers = this.registry.find(functionName)?.config.triggers ?? []
    return triggers.some(({ name }) => name === trigger)
      ? this.runner.call(this.callOf(functionName, trigger))
      : null
  }

  private plan(): void {
    const now = this.clock.now()
    this.due = this.registry.list().flatMap(deployed => dueOf(deployed, now))
  }

  private tick(): void {
    if (this.clock.frozen) return
    const now = this.clock.now()
    for (const due of this.due) {
      if (due.at === null || due.at > now) continue
      due.at = nextAt(due.cron, now)
      this.runner.callDetached(this.callOf(due.functionName, due.trigger))
    }
  }

  private callOf(functionName: string, trigger: string): Call {
    const time = new Date(this.clock.now()).toISOString()
    return {
      function: functionName,
      event: { Type: 'Timer', TriggerName: trigger, Time: time, Message: '' },
      caller: { openid: null, source: SOURCE_TIMER },
    }
  }
}

function dueOf({ name, config }: DeployedFunction, now: number): Due[] {
  return config.triggers.map(trigger => ({
    functionName: name,
    trigger: trigger.name,
    cron: trigger.config,
    at: nextAt(trigger.config, now),
  }))
}

/** When a seven-field cron pattern fires next after `now`, or null if never. */
export function nextAt(cron: string, now: number): number | null {
  return new Cron(cron, { timezone: TIME_ZONE, paused: true }).nextRun(new Date(now))?.getTime() ?? null
}
