import Taro from '@tarojs/taro'
import { newRequestId } from '@/api'

/** Lets a keeper pick a CSV from a chat, since a phone in WeChat has no other files. Undefined if nothing was picked. */
export async function pickCsv(): Promise<{ fileId: string; fileName: string } | undefined> {
  const picked = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: ['csv'] }).catch(
    () => undefined,
  )
  const file = picked?.tempFiles[0]
  if (!file) return undefined
  const { fileID } = await Taro.cloud.uploadFile({
    cloudPath: `uploads/${newRequestId()}.csv`,
    filePath: file.path,
  })
  return { fileId: fileID, fileName: file.name.slice(-80) }
}
