import Taro from '@tarojs/taro'
import { newRequestId } from '@/api/requestId'
import { accepted, type PickedFile } from './pickedFile'

export type { PickedFile } from './pickedFile'

/**
 * Lets an editor pick a file from a chat, since a phone in WeChat has no other files, and puts it into the cloud's
 * storage.
 * @returns undefined if nothing fitting was picked
 * @throws what the upload threw
 */
export async function pickDocument(): Promise<PickedFile | undefined> {
  const picked = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: [...accepted] }).catch(
    () => undefined,
  )
  const file = picked?.tempFiles[0]
  if (!file) return undefined
  const { fileID } = await Taro.cloud.uploadFile({
    cloudPath: `uploads/${newRequestId()}.${file.name.slice(file.name.lastIndexOf('.') + 1).toLowerCase()}`,
    filePath: file.path,
  })
  return { fileId: fileID, fileName: file.name.slice(-80) }
}
