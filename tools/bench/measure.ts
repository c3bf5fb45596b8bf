import { mean, percentile } from './percentile'
import type { ProcedureName } from './procedures'
import type { BenchWorld, Called } from './world'

/** One thing that people do, again and again. */
export interface Subject {
  label: string
  procedure: ProcedureName
  /** Makes what `times` calls will need. */
  prepare?(times: number): Promise<void>
  call(time: number): Promise<Called<unknown>>
}

export interface Measured {
  label: string
  procedure: ProcedureName
  /** Database requests of a call, the start and the end of a transaction included. */
  requests: { least: number; most: number; mean: number }
  p50Ms: number
  p99Ms: number
  /** Mean size of a reply. */
  replyBytes: number
}

/** Not counted: the first calls of an instance load the bundle and fill its memory. */
const WARM_UP = 5

/** Calls a subject `runs` times, one after the other, and reads in the cloud's log what that took. */
export async function measure(world: BenchWorld, subject: Subject, runs: number): Promise<Measured> {
  const times = runs + WARM_UP
  await subject.prepare?.(times)
  const before = (await world.log(subject.procedure, 0)).at(-1)?.id ?? 0
  const called: Called<unknown>[] = []
  for (let time = 0; time < times; time += 1) called.push(await subject.call(time))
  const counted = called.slice(WARM_UP)
  const records = (await world.log(subject.procedure, before)).slice(-runs)
  if (records.length < runs) throw new Error(`The log has forgotten calls of ${subject.label}`)
  const requests = records.map(record => record.databaseRequests.length)
  const durationsMs = counted.map(({ durationMs }) => durationMs)
  return {
    label: subject.label,
    procedure: subject.procedure,
    requests: { least: Math.min(...requests), most: Math.max(...requests), mean: mean(requests) },
    p50Ms: percentile(durationsMs, 50),
    p99Ms: percentile(durationsMs, 99),
    replyBytes: mean(counted.map(({ replyBytes }) => replyBytes)),
  }
}
