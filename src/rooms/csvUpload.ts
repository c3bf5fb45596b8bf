import Taro from '@tarojs/taro'
import { newFileName } from '@/api'
import { type CsvFolder, type CsvUpload, shortName } from './csvUploadName'

/**
 * Lets somebody pick a CSV from a chat, since a phone in WeChat has no other files, and puts it into the cloud's storage.
 * @returns undefined if nothing was picked
 * @throws what the upload threw
 */
export async function pickCsv(folder: CsvFolder = 'uploads'): Promise<CsvUpload | undefined> {
  const picked = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: ['csv'] }).catch(
    () => undefined,
  )
  const file = picked?.tempFiles[0]
  if (!file) return undefined
  const { fileID } = await Taro.cloud.uploadFile({
    cloudPath: `${folder}/${await newFileName()}.csv`,
    filePath: file.path,
  })
  return { fileId: fileID, fileName: shortName(file.name) }
}
