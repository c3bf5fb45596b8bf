import Taro from '@tarojs/taro'

/** Opens a table in WeChat's own reader, from where it can be sent on. @throws what the download or the reader threw */
export async function openSheet(url: string): Promise<void> {
  const { tempFilePath, statusCode } = await Taro.downloadFile({ url })
  if (statusCode !== 200) throw new Error(`The storage answered ${statusCode}`)
  await Taro.openDocument({ filePath: tempFilePath, fileType: 'xlsx', showMenu: true })
}
