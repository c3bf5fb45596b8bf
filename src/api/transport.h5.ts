/// <reference lib="dom" />
import { type CallReply, type CallRequest, readReply, unreachable, withinTimeout } from './envelope'
import { ApiError, ownReply } from './error'
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

const ENDS: Record<string, string> = { 'image/png': 'png', 'image/webp': 'webp', 'image/gif': 'gif' }

export async function putFile(cloudPath: string, tempPath: string): Promise<string> {
  try {
    const body = await (await fetch(tempPath)).blob()
    const headers = { 'x-openid': callerScope() }
    const response = await fetch(`${BASE}/storage/${cloudPath}`, { method: 'PUT', headers, body })
    if (!response.ok) throw new Error(`The storage answered ${response.status}`)
    const { fileId } = (await response.json()) as { fileId: string }
    return fileId
  } catch {
    throw new ApiError(ownReply('UPLOAD_FAILED', newRequestId()))
  }
}

export async function endOf(tempPath: string): Promise<string> {
  const { type } = await (await fetch(tempPath)).blob()
  return ENDS[type] ?? 'jpg'
}

export function fileUrl(fileId: string): string {
  return fileId.replace(/^cloud:\/\/[^/]+/, `${BASE}/storage`)
}

/** A browser shares a link alone. */
export async function pictureAddress(fileId: string): Promise<string | undefined> {
  return fileUrl(fileId)
}
