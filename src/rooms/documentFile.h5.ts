/// <reference lib="dom" />
import { callerScope } from '@/api'
import { newFileName } from '@/api/fileName'
import { accepted, type ChosenFile, type PickedFile, uploaded } from './pickedFile'

export type { ChosenFile, PickedFile } from './pickedFile'

/** The browser's own file dialog; undefined if it was closed without a choice. */
function choose(ends: readonly string[]): Promise<File | undefined> {
  return new Promise(resolve => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = ends.map(end => `.${end}`).join(',')
    input.addEventListener('change', () => resolve(input.files?.[0]))
    input.addEventListener('cancel', () => resolve(undefined))
    input.click()
  })
}

/** Nothing of the file leaves the browser yet. */
export async function chooseDocument(ends = accepted): Promise<ChosenFile | undefined> {
  const file = await choose(ends)
  return (
    file && { fileName: file.name.slice(-80), bytes: file.size, upload: cloudPath => upload(file, cloudPath) }
  )
}

/** @throws Error if the storage did not take the file */
async function upload(file: File, cloudPath?: string): Promise<string> {
  const end = file.name.slice(file.name.lastIndexOf('.') + 1).toLowerCase()
  const response = await fetch(`/cloud/storage/${cloudPath ?? `uploads/${await newFileName()}.${end}`}`, {
    method: 'PUT',
    headers: { 'x-openid': callerScope() },
    body: file,
  })
  if (!response.ok) throw new Error(`The storage answered ${response.status}`)
  return ((await response.json()) as { fileId: string }).fileId
}

/** @throws Error if the storage did not take the file */
export async function pickDocument(ends = accepted): Promise<PickedFile | undefined> {
  return uploaded(await chooseDocument(ends))
}
