/// <reference lib="dom" />
import { type CallReply, type CallRequest, readReply, unreachable, withinTimeout } from './envelope'
import { ApiError, ownReply } from './error'
import { newFileName } from './fileName'
import { newRequestId } from './requestId'

/** The way to the local cloud in the browser. It says who is calling, which the real way never could. */

const BASE = '/cloud'
const STRANGER = 'demo-stranger'

export function startCloud(): void {}

/** The development identity; nobody in particular is somebody the company does not know. */
export function callerScope(): string {
  return window.localStorage.getItem('dev.openid') ?? STRANGER
}

async function post({ room, procedure, input, requestId }: CallRequest): Promise<CallReply> {
  try {
    const response = await fetch(`${BASE}/call`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-openid': callerScope() },
      body: JSON.stringify({ name: `${room}.${procedure}`, input, requestId }),
    })
    return readReply(await response.json(), requestId)
  } catch {
    return unreachable(requestId)
  }
}

export function send(request: CallRequest): Promise<CallReply> {
  return withinTimeout(post(request), request.requestId)
}

const EXTENSIONS: Record<string, string> = { 'image/png': '.png', 'image/webp': '.webp', 'image/gif': '.gif' }

async function upload(tempPath: string, extensionOf: (type: string) => string): Promise<string> {
  const name = await newFileName()
  try {
    const file = await (await fetch(tempPath)).blob()
    const response = await fetch(`${BASE}/storage/uploads/${name}${extensionOf(file.type)}`, {
      method: 'PUT',
      headers: { 'x-openid': callerScope() },
      body: file,
    })
    if (!response.ok) throw new Error(`The storage answered ${response.status}`)
    const { fileId } = (await response.json()) as { fileId: string }
    return fileId
  } catch {
    throw new ApiError(ownReply('UPLOAD_FAILED', newRequestId()))
  }
}

export function uploadImage(tempPath: string): Promise<string> {
  return upload(tempPath, type => EXTENSIONS[type] ?? '.jpg')
}

export function uploadFilm(tempPath: string): Promise<string> {
  return upload(tempPath, () => '.mp4')
}

export function fileUrl(fileId: string): string {
  return fileId.replace(/^cloud:\/\/[^/]+/, `${BASE}/storage`)
}

/** A browser shares a link alone. */
export async function pictureAddress(fileId: string): Promise<string | undefined> {
  return fileUrl(fileId)
}
