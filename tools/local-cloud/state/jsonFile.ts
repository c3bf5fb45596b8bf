import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/**
 * A small value kept in a JSON file. It is replaced whole and synchronously, so that the process may be
 * killed at any moment and what `write` returned from is there afterwards.
 */
export class JsonFile<T> {
  constructor(
    private readonly file: string,
    private readonly initial: T,
  ) {
    mkdirSync(path.dirname(file), { recursive: true })
  }

  read(): T {
    try {
      return JSON.parse(readFileSync(this.file, 'utf8')) as T
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return this.initial
      throw error
    }
  }

  write(value: T): void {
    writeFileSync(`${this.file}.tmp`, JSON.stringify(value))
    renameSync(`${this.file}.tmp`, this.file)
  }
}
