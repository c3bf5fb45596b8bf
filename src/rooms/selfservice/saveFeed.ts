import Taro from '@tarojs/taro'

export const savingVerb = '转发'

/** A phone in WeChat has no folder to save into: the zip goes into a chat that one chooses. */
export async function saveFeed(fileName: string, zip: string): Promise<void> {
  const filePath = `${Taro.env.USER_DATA_PATH}/${fileName}`
  Taro.getFileSystemManager().writeFileSync(filePath, zip, 'base64')
  try {
    await Taro.shareFileMessage({ filePath, fileName })
  } catch {
    // Closing the list of chats rejects, and is no failure.
  }
}
