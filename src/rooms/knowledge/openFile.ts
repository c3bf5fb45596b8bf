import type { FileKind } from '@domain/knowledge/document'
import Taro from '@tarojs/taro'

/** Opens a document's file in WeChat's own reader. @throws what the download or the reader threw */
export async function openFile(
  find: () => Promise<{ url: string; kind: FileKind } | undefined>,
): Promise<void> {
  const file = await find()
  if (!file) return
  const { tempFilePath, statusCode } = await Taro.downloadFile({ url: file.url })
  if (statusCode !== 200) throw new Error(`The storage answered ${statusCode}`)
  await Taro.openDocument({ filePath: tempFilePath, fileType: file.kind, showMenu: true })
}
