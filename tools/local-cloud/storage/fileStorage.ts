import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, mkdirSync, type ReadStream } from 'node:fs'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { LOCAL_ENVIRONMENT } from '../constants'

const PREFIX = `cloud://${LOCAL_ENVIRONMENT.envId}.${LOCAL_ENVIRONMENT.bucket}/`
const PATH_LIMIT_BYTES = 850

export interface StoredFile {
  path: string
  size: number
  contentType: string
  /** The openid that uploaded it, or null for a function. */
  owner: string | null
}

/**
 * The file storage. Each file lies under the hash of its path, with its description beside it, so no path
 * that a client sends ever becomes a path of this machine.
 */
export class FileStorage {
  constructor(private readonly folder: string) {
    mkdirSync(folder, { recursive: true })
  }

  /** What is wrong with a cloud path, by WeChat's naming rules; null for a good one. */
  problemWith(cloudPath: string): string | null {
    const segments = cloudPath.split('/')
    if (cloudPath === '') return 'The path is empty'
    if (Buffer.byteLength(cloudPath) > PATH_LIMIT_BYTES) return `The path exceeds ${PATH_LIMIT_BYTES} bytes`
    if (segments.some(segment => segment === '' || segment === '.' || segment === '..')) {
      return 'The path has an empty or a dotted segment'
    }
    return /[\p{Cc}\\%?#]/u.test(cloudPath) ? 'The path has a character that is not allowed' : null
  }

  fileIdOf(cloudPath: string): string {
    return PREFIX + cloudPath
  }

  /** The path inside a file id of this environment, or null. */
  pathOf(fileId: string): string | null {
    return fileId.startsWith(PREFIX) ? fileId.slice(PREFIX.length) : null
  }

  /** Stores or replaces a file; the description is written last and makes it visible. */
  async write(cloudPath: string, content: Buffer, owner: string | null): Promise<StoredFile> {
    const file: StoredFile = {
      path: cloudPath,
      size: content.length,
      contentType: contentTypeOf(cloudPath),
      owner,
    }
    await replace(this.contentFile(cloudPath), content)
    await replace(this.descriptionFile(cloudPath), JSON.stringify(file))
    return file
  }

  async describe(cloudPath: string): Promise<StoredFile | null> {
    try {
      return JSON.parse(await readFile(this.descriptionFile(cloudPath), 'utf8')) as StoredFile
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
      throw error
    }
  }

  open(cloudPath: string): ReadStream {
    return createReadStream(this.contentFile(cloudPath))
  }

  /** Removes a file; false when there was none. */
  async remove(cloudPath: string): Promise<boolean> {
    if (!(await this.describe(cloudPath))) return false
    await rm(this.descriptionFile(cloudPath), { force: true })
    await rm(this.contentFile(cloudPath), { force: true })
    return true
  }

  private contentFile(cloudPath: string): string {
    return path.join(this.folder, createHash('sha256').update(cloudPath).digest('hex'))
  }

  private descriptionFile(cloudPath: string): string {
    return `${this.contentFile(cloudPath)}.json`
  }
}

async function replace(file: string, content: string | Buffer): Promise<void> {
  const temporary = `${file}.${randomUUID()}.tmp`
  await writeFile(temporary, content)
  await rename(temporary, file)
}

const CONTENT_TYPES: Record<string, string> = {
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.mp4': 'video/mp4',
  '.mp3': 'audio/mpeg',
  '.pdf': 'application/pdf',
  '.csv': 'text/csv; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
}

/** Types a browser shows by itself; everything else, SVG and HTML above all, is handed out as a download. */
function contentTypeOf(cloudPath: string): string {
  return CONTENT_TYPES[path.extname(cloudPath).toLowerCase()] ?? 'application/octet-stream'
}
