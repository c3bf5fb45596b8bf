/// <reference lib="dom" />
import { callerScope } from '@/api'
import { newRequestId } from '@/api/requestId'
import { type RosterFile, shortName } from './rosterName'

export type { RosterFile } from './rosterName'

/** The browser's own file dialog; undefined if it was closed without a choice. */
function pickFile(): Promise<File | undefined> {
  return new Promise(resolve => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = '.csv,text/csv'
    input.addEventListener('change', () => resolve(input.files?.[0]))
    input.addEventListener('cancel', () => resolve(undefined))
    input.click()
  })
}

/** @throws Error if the storage did not take the file */
export async function pickRoster(): Promise<RosterFile | undefined> {
  const file = await pickFile()
  if (!file) return undefined
  const response = await fetch(`/cloud/storage/rosters/${newRequestId()}.csv`, {
    method: 'PUT',
    headers: { 'x-openid': callerScope() },
    body: file,
  })
  if (!response.ok) throw new Error(`The storage answered ${response.status}`)
  const { fileId } = (await response.json()) as { fileId: string }
  return { fileId, fileName: shortName(file.name) }
}
