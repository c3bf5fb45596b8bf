import { execFile } from 'node:child_process'
import path from 'node:path'

const ROOT = path.resolve(__dirname, '../..')

/** Runs `npm run audit -- …` as a person would; the exit code and what it printed. */
export function runAudit(...args: string[]): Promise<{ code: number; output: string }> {
  const command = ['--import', 'tsx', path.join(ROOT, 'tools/audit/main.ts'), ...args]
  return new Promise(resolve => {
    execFile(process.execPath, command, { cwd: ROOT }, (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, output: stdout + stderr }),
    )
  })
}
