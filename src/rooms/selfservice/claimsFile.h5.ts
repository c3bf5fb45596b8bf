/// <reference lib="dom" />
import { callerScope } from '@/api'
import { newRequestId } from '@/api/requestId'
import type { ClaimsFile } from './claimsFile'

/** The browser's own dialog; undefined if it was closed without a choice. @throws Error if storage took nothing */
export async function pickClaims(): Promise<ClaimsFile | undefined> {
  const file = await new Promise<File | undefined>(resolve => {
    const input = Object.assign(document.createElement('input'), { type: 'file', accept: '.csv,text/csv' })
    input.addEventListener('change', () => resolve(input.files?.[0]))
    input.addEventListener('cancel', () => resolve(undefined))
    input.click()
  })
  if (!file) return undefined
  const headers = { 'x-openid': callerScope() }
  const address = `/cloud/storage/claims/${newRequestId()}.csv`
  const response = await fetch(address, { method: 'PUT', headers, body: file })
  if (!response.ok) throw new Error(`The storage answered ${response.status}`)
  const { fileId } = (await response.json()) as { fileId: string }
  return { fileId, fileName: file.name.slice(-80) }
}
