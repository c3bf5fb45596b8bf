import { fileKindOf } from '@domain/knowledge/document'
import Taro from '@tarojs/taro'

/** Opens an attachment in WeChat's own reader. @throws what the download or the reader threw */
export async function openAttachment(find: () => Promise<{ url: string; fileName: string }>): Promise<void> {
  const { url, fileName } = await find()
  const { tempFilePath, statusCode } = await Taro.downloadFile({ url })
  if (statusCode !== 200) throw new Error(`The storage answered ${statusCode}`)
  const fileType = fileKindOf(fileName) ?? 'pdf'
  await Taro.openDocument({ filePath: tempFilePath, fileType, showMenu: true })
}
