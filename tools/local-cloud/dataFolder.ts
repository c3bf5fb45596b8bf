import { closeSync, ftruncateSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import path from 'node:path'
import { tryLock } from 'fs-native-extensions'

/** The one file of a data folder that stays when the rest of it is thrown away: who holds the folder, and its lock. */
export const LOCK_FILE = 'in-use.lock'
/** A byte far behind the text: where locks are mandatory, the text can be read while the folder is held. */
const LOCKED_BYTE = 1 << 20
export const CLOUD_PORT = 7420

/** Where a cloud keeps its data unless it is told: two ports, two folders. */
export const dataFolderOf = (port = CLOUD_PORT): string =>
  port === CLOUD_PORT ? '.data/cloud' : `.data/cloud-${port}`

export interface HeldFolder {
  /** Says anew who holds it. */
  holder(words: string): void
  release(): void
}

/**
 * Holds a data folder for this process alone: locks, snapshots and counters of a cloud live in its memory, and a second
 * one would write over what the first has read. The lock is the operating system's, so it ends with the process,
 * however that ends.
 * @param words who holds it, as the next one who wants it shall read
 * @throws Error that says who holds it
 */
export function holdFolder(dataDir: string, words: string): HeldFolder {
  mkdirSync(dataDir, { recursive: true })
  const file = path.join(dataDir, LOCK_FILE)
  const handle = openSync(file, 'a+')
  if (!tryLock(handle, LOCKED_BYTE, 1)) {
    closeSync(handle)
    const other = readFileSync(file, 'utf8') || 'another process'
    throw new Error(
      `${dataDir} is in use by ${other}. Stop it first, or choose another folder with --data DIR`,
    )
  }
  const write = (text: string) => {
    ftruncateSync(handle)
    writeSync(handle, text)
  }
  const holder = (by: string) => write(`${by} (process ${process.pid})`)
  holder(words)
  return {
    holder,
    release: () => {
      write('')
      closeSync(handle)
    },
  }
}
