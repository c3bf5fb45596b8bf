import type { IncomingMessage, ServerResponse } from 'node:http'
import { BadRequest, readBody, sendJson } from '../http'
import type { DownloadPermits } from '../storage/downloadPermits'
import type { FileStorage } from '../storage/fileStorage'
import { bytesMaxOf, isOpenToClients } from '../storage/storageRule'
import type { UploadPermits } from '../storage/uploadPermits'
import { callerOf } from './call'

/**
 * Files: `PUT /storage/<path>` is `wx.cloud.uploadFile` of a client, `GET` what a file id resolves to, and
 * `PUT /upload/<path>` the target a function's SDK is given. What clients may read and
 * write the storage rule says; only the uploader replaces.
 */
export class FilesDoor {
  constructor(
    private readonly storage: FileStorage,
    private readonly permits: UploadPermits,
    private readonly downloads: DownloadPermits,
  ) {}

  async upload(request: IncomingMessage, response: ServerResponse, encodedPath: string): Promise<void> {
    const cloudPath = this.checked(encodedPath)
    const openid = callerOf(request)
    if (!isOpenToClients(cloudPath)) throw new BadRequest('The storage rule lets no client write there', 403)
    const present = await this.storage.describe(cloudPath)
    if (present && present.owner !== openid) throw new BadRequest('The file belongs to somebody else', 403)
    await this.storage.write(cloudPath, await readBody(request, bytesMaxOf(cloudPath)), openid)
    sendJson(response, { fileId: this.storage.fileIdOf(cloudPath) })
  }

  /** The bucket's own protocol: an empty body on success, an XML error otherwise. */
  async uploadPermitted(
    request: IncomingMessage,
    response: ServerResponse,
    encodedPath: string,
  ): Promise<void> {
    const cloudPath = this.checked(encodedPath)
    const content = await readBody(request, bytesMaxOf(cloudPath))
    if (this.permits.covers(request.headers.authorization ?? '', cloudPath)) {
      await this.storage.write(cloudPath, content, null)
      response.writeHead(200).end()
      return
    }
    const fields = { Code: 'AccessDenied', Message: 'Access Denied', RequestId: 'local', TraceId: 'local' }
    const xml = Object.entries(fields).map(([name, value]) => `<${name}>${value}</${name}>`)
    response.writeHead(403, { 'content-type': 'application/xml' }).end(`<Error>${xml.join('')}</Error>`)
  }

  async download(
    request: IncomingMessage,
    response: ServerResponse,
    encodedPath: string,
    query: URLSearchParams,
  ): Promise<void> {
    const cloudPath = this.checked(encodedPath)
    const file = await this.storage.describe(cloudPath)
    if (!file) throw new BadRequest('There is no such file', 404)
    if (!this.downloads.covers(cloudPath, query))
      throw new BadRequest('Closed to clients, or the address has run out', 403)
    response.writeHead(200, {
      'content-type': file.contentType,
      'content-length': file.size,
      'x-content-type-options': 'nosniff',
      'content-security-policy': 'sandbox',
      'cache-control': 'no-cache',
      ...(file.contentType === 'application/octet-stream' ? { 'content-disposition': 'attachment' } : {}),
    })
    if (request.method === 'HEAD') response.end()
    else
      this.storage
        .open(cloudPath)
        .on('error', () => response.destroy())
        .pipe(response)
  }

  private checked(encodedPath: string): string {
    const cloudPath = decode(encodedPath)
    const problem = this.storage.problemWith(cloudPath)
    if (problem) throw new BadRequest(problem)
    return cloudPath
  }
}

function decode(encodedPath: string): string {
  try {
    return decodeURIComponent(encodedPath)
  } catch {
    throw new BadRequest('The path is not well encoded')
  }
}
