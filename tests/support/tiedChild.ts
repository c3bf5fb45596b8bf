import { type ChildProcess, spawn } from 'node:child_process'
import type { Readable } from 'node:stream'

interface TiedChild {
  child: ChildProcess
  stdout: Readable
  stderr: Readable
}

/**
 * Starts a script in a process of its own over a channel, which ends with this process, however it ends: what listens
 * for that outlives no test run that was killed.
 */
export function spawnTied(script: string, args: readonly string[], cwd: string): TiedChild {
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const { stdout, stderr } = child
  if (!stdout || !stderr) throw new Error('What a child prints is to be read')
  return { child, stdout, stderr }
}
