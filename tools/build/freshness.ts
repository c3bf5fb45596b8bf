import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'

/** Which files a bundle was made of, each with the hash of its content. */
export type Inputs = Record<string, string>

export function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 20)
}

/** The hash of a file's content, or `'absent'`. */
export async function hashOfFile(file: string): Promise<string> {
  try {
    return hashOf(await readFile(file))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'absent'
    throw error
  }
}

/**
 * Hashes the inputs of a bundle. Installed packages are left out: the lock file, which is always added,
 * stands for all of them.
 */
export async function recordInputs(root: string, files: string[]): Promise<Inputs> {
  const own = files.filter(file => !file.includes('node_modules/'))
  const entries = [...own, 'package-lock.json', 'tsconfig.json'].map(
    async file => [file, await hashOfFile(path.join(root, file))] as const,
  )
  return Object.fromEntries(await Promise.all(entries))
}

/** True when every recorded input still has the content it had. */
export async function isFresh(root: string, inputs: Inputs): Promise<boolean> {
  const checks = Object.entries(inputs).map(
    async ([file, hash]) => (await hashOfFile(path.join(root, file))) === hash,
  )
  return (await Promise.all(checks)).every(Boolean)
}
