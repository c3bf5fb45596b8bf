import { useState } from 'react'
import { ApiError, uploadImage } from '@/api'
import { toast } from '@/ui/toast/store'
import { choosePictures } from './choosePictures'

/** @returns the files of all of them; none, and says so, when one can't be uploaded */
async function uploadAll(paths: readonly string[]): Promise<string[]> {
  try {
    return await Promise.all(paths.map(uploadImage))
  } catch (error) {
    toast.show(error instanceof ApiError ? error.message : '图片没有传上去，请再试一次')
    return []
  }
}

/** Chooses and uploads pictures; what fails says so. @returns their files; none when the chooser was closed */
export async function pickPictures(count: number): Promise<string[]> {
  return uploadAll(await choosePictures(count))
}

/** The same for a form that holds several: `busy` while they are on their way, not while the chooser is open. */
export function usePicking(room: number, onAdded: (fileIds: string[]) => void) {
  const [busy, setBusy] = useState(false)
  const add = async () => {
    const paths = await choosePictures(room)
    if (paths.length === 0) return
    setBusy(true)
    const added = await uploadAll(paths)
    setBusy(false)
    if (added.length > 0) onAdded(added)
  }
  return { busy, add }
}
