import Taro from '@tarojs/taro'

/** Opens a table in WeChat's own reader, from where it can be sent on. */
export async function openSheet(url: string): Promise<void> {
  const { tempFilePath } = await Taro.downloadFile({ url })
  await Taro.openDocument({ filePath: tempFilePath, fileType: 'xlsx', showMenu: true })
}
