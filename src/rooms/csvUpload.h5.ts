/// <reference lib="dom" />
import { callerScope, newFileName } from '@/api'
import { type CsvFolder, type CsvUpload, shortName } from './csvUploadName'

/** The browser's own file dialog; undefined if it was closed without a choice. @throws Error if storage refused */
export async function pickCsv(folder: CsvFolder = 'uploads'): Promise<CsvUpload | undefined> {
  const input = Object.assign(document.createElement('input'), { type: 'file', accept: '.csv,text/csv' })
  const file = await new Promise<File | undefined>(resolve => {
    input.addEventListener('change', () => resolve(input.files?.[0]))
    input.addEventListener('cancel', () => resolve(undefined))
    input.click()
  })
  if (!file) return undefined
  const address = `/cloud/storage/${folder}/${await newFileName()}.csv`
  const response = await fetch(address, { method: 'PUT', headers: { 'x-openid': callerScope() }, body: file })
  if (!response.ok) throw new Error(`The storage answered ${response.status}`)
  const { fileId } = (await response.json()) as { fileId: string }
  return { fileId, fileName: shortName(file.name) }
}
