import Taro from '@tarojs/taro'
import { newRequestId } from '@/api/requestId'
import { accepted, type PickedFile } from './pickedFile'

export type { PickedFile } from './pickedFile'

/**
 * Lets somebody pick a file from a chat, since a phone in WeChat has no other files, and puts it into the cloud's
 * storage.
 * @param ends what its name may end in; with pictures among them a chat's pictures are offered as well
 * @returns undefined if nothing fitting was picked
 * @throws what the upload threw
 */
export async function pickDocument(ends = accepted): Promise<PickedFile | undefined> {
  const offered = ends.includes('png')
    ? { type: 'all' as const }
    : { type: 'file' as const, extension: [...ends] }
  const picked = await Taro.chooseMessageFile({ count: 1, ...offered }).catch(() => undefined)
  const file = picked?.tempFiles[0]
  if (!file) return undefined
  const { fileID } = await Taro.cloud.uploadFile({
    cloudPath: `uploads/${newRequestId()}.${file.name.slice(file.name.lastIndexOf('.') + 1).toLowerCase()}`,
    filePath: file.path,
  })
  return { fileId: fileID, fileName: file.name.slice(-80), bytes: file.size }
}
