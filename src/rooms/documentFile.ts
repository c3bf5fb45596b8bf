import Taro from '@tarojs/taro'
import { newFileName } from '@/api/fileName'
import { accepted, type ChosenFile, type PickedFile, uploaded } from './pickedFile'

export type { ChosenFile, PickedFile } from './pickedFile'

/**
 * Lets somebody choose a file from a chat, since a phone in WeChat has no other files. Nothing of it leaves the phone yet.
 * @param ends what its name may end in; with pictures among them a chat's pictures are offered as well
 * @returns undefined if nothing fitting was picked
 */
export async function chooseDocument(ends = accepted): Promise<ChosenFile | undefined> {
  const offered = ends.includes('png')
    ? { type: 'all' as const }
    : { type: 'file' as const, extension: [...ends] }
  const picked = await Taro.chooseMessageFile({ count: 1, ...offered }).catch(() => undefined)
  const file = picked?.tempFiles[0]
  if (!file) return undefined
  const end = file.name.slice(file.name.lastIndexOf('.') + 1).toLowerCase()
  const upload = async (wanted?: string) => {
    const cloudPath = wanted ?? `uploads/${await newFileName()}.${end}`
    return (await Taro.cloud.uploadFile({ cloudPath, filePath: file.path })).fileID
  }
  return { fileName: file.name.slice(-80), bytes: file.size, upload }
}

/**
 * Lets somebody choose a file, and puts it into the cloud's storage.
 * @returns undefined if nothing fitting was picked
 * @throws what the upload threw
 */
export async function pickDocument(ends = accepted): Promise<PickedFile | undefined> {
  return uploaded(await chooseDocument(ends))
}
