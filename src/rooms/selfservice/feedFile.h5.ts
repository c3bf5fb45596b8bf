/// <reference lib="dom" />
import { callerScope } from '@/api'
import { newFileName } from '@/api/fileName'
import type { FeedFile } from './feedFile'

export type { FeedFile } from './feedFile'

const NAME_MAX = 80

/** The browser's own file dialog; none if it was closed without a choice. */
function pickFiles(): Promise<File[]> {
  return new Promise(resolve => {
    const input = document.createElement('input')
    input.type = 'file'
    input.multiple = true
    input.accept = '.zip,.txt'
    input.addEventListener('change', () => resolve([...(input.files ?? [])]))
    input.addEventListener('cancel', () => resolve([]))
    input.click()
  })
}

/** @throws Error if the storage did not take a file */
export async function pickFeed(): Promise<FeedFile[]> {
  const files = await pickFiles()
  const folder = await newFileName()
  return Promise.all(
    files.map(async (file, index) => {
      const extension = /\.zip$/i.test(file.name) ? 'zip' : 'txt'
      const response = await fetch(`/cloud/storage/feeds/${folder}/${index}.${extension}`, {
        method: 'PUT',
        headers: { 'x-openid': callerScope() },
        body: file,
      })
      if (!response.ok) throw new Error(`The storage answered ${response.status}`)
      const { fileId } = (await response.json()) as { fileId: string }
      return { fileId, name: file.name.slice(-NAME_MAX) }
    }),
  )
}
