import Taro from '@tarojs/taro'
import { newRequestId } from '@/api/requestId'

export interface ClaimsFile {
  fileId: string
  fileName: string
}

/**
 * Lets finance pick a CSV from a chat, since a phone in WeChat has no other files, and puts it into the cloud's storage.
 * @returns undefined if nothing was picked
 * @throws what the upload threw
 */
export async function pickClaims(): Promise<ClaimsFile | undefined> {
  const picked = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: ['csv'] }).catch(
    () => undefined,
  )
  const file = picked?.tempFiles[0]
  if (!file) return undefined
  const cloudPath = `claims/${newRequestId()}.csv`
  const { fileID } = await Taro.cloud.uploadFile({ cloudPath, filePath: file.path })
  return { fileId: fileID, fileName: file.name.slice(-80) }
}
