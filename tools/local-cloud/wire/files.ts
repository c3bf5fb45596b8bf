import { createHash } from 'node:crypto'
import type { DownloadPermits } from '../storage/downloadPermits'
import type { FileStorage } from '../storage/fileStorage'
import type { UploadPermits } from '../storage/uploadPermits'
import type { WireReply } from './admin'

interface DownloadRequest {
  fileid?: unknown
  /** In seconds. */
  max_age?: unknown
}

/** The real cloud takes no more in one request. */
const FILES_MAX = 50

/** The storage actions: where to upload, where to download, delete. */
export class FilesWire {
  private url = ''

  constructor(
    private readonly storage: FileStorage,
    private readonly permits: UploadPermits,
    private readonly downloads: DownloadPermits,
  ) {}

  serveAt(url: string): void {
    this.url = url
  }

  execute(action: string, params: Record<string, unknown>): Promise<WireReply> | WireReply {
    switch (action) {
      case 'storage.getUploadMetadata':
        return this.uploadMetadata(String(params.path ?? ''))
      case 'storage.batchGetDownloadUrl':
        return this.downloadUrls(asList(params.file_list) as DownloadRequest[])
      case 'storage.batchDeleteFile':
        return this.deleteFiles(asList(params.fileid_list).map(String))
      default:
        return { code: 'INVALID_PARAM', message: `The local cloud knows no action ${action}` }
    }
  }

  private uploadMetadata(path: string): WireReply {
    const problem = this.storage.problemWith(path)
    if (problem) return { code: 'STORAGE_SIGN_PARAM_INVALID', message: problem }
    const fileId = this.storage.fileIdOf(path)
    return {
      data: {
        url: `${this.url}/upload/${encodeURIComponent(path)}`,
        token: 'local',
        authorization: this.permits.issue(path),
        fileId,
        cosFileId: createHash('sha256').update(fileId).digest('hex'),
      },
    }
  }

  private async downloadUrls(files: DownloadRequest[]): Promise<WireReply> {
    if (files.length > FILES_MAX) return tooMany
    const list = await Promise.all(files.map(file => this.downloadUrl(file)))
    return { data: { download_list: list } }
  }

  /** The address is not percent-encoded: the SDK encodes it, and doing it twice would name another file. */
  private async downloadUrl({ fileid, max_age }: DownloadRequest): Promise<Record<string, unknown>> {
    const fileID = String(fileid ?? '')
    const path = this.storage.pathOf(fileID)
    const found = path !== null && (await this.storage.describe(path)) !== null
    const permit = path === null ? '' : this.downloads.issue(path, Number(max_age) || undefined)
    return found
      ? { fileID, code: 'SUCCESS', tempFileURL: `${this.url}/storage/${path}${permit}` }
      : { fileID, code: 'STORAGE_FILE_NONEXIST', tempFileURL: '' }
  }

  private async deleteFiles(fileIds: string[]): Promise<WireReply> {
    if (fileIds.length > FILES_MAX) return tooMany
    const list = await Promise.all(
      fileIds.map(async fileID => {
        const path = this.storage.pathOf(fileID)
        const deleted = path !== null && (await this.storage.remove(path))
        return { fileID, code: deleted ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST' }
      }),
    )
    return { data: { delete_list: list } }
  }
}

const tooMany: WireReply = { code: 'INVALID_PARAM', message: `More than ${FILES_MAX} files at once` }

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}
