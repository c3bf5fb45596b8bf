import { readFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'

const GIGABYTE = 1024 ** 3

/** The machine, and how busy it was with other things: figures mean nothing without both. */
export function circumstances(startedAt: Date, loadBefore: number): string {
  const cores = cpus()
  const model = cores[0]?.model.trim() || 'unknown CPU'
  const details = [
    `${startedAt.toISOString().slice(0, 16).replace('T', ' ')} UTC`,
    `${model}${clockOf()}, ${cores.length} cores, ${Math.round(totalmem() / GIGABYTE)} GB`,
    `Node ${process.version}, ${process.platform} ${process.arch}`,
    `load average ${loadBefore.toFixed(1)} before, ${load().toFixed(1)} after`,
  ]
  return details.join(' · ')
}

/** Processes that want a core, averaged over the last minute; above the number of cores, everything waits. */
export function load(): number {
  return loadavg()[0] ?? 0
}

/** Virtual machines hide the model: then the frequency says a little more. */
function clockOf(): string {
  const mhz =
    process.platform === 'linux' ? /cpu MHz\s*: (\d+)/.exec(readFileSync('/proc/cpuinfo', 'utf8'))?.[1] : null
  return mhz ? ` at ${(Number(mhz) / 1000).toFixed(1)} GHz` : ''
}
