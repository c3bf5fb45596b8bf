import Taro from '@tarojs/taro'
import { drawQrPicture } from './draw'

export const codeSavingVerb = '存到相册'

/** WeChat's own menu of a picture saves it, and asks for the album itself; it also sends it to a chat. */
export async function saveQrCode(name: string, text: string): Promise<void> {
  const path = `${Taro.env.USER_DATA_PATH}/${name}.gif`
  Taro.getFileSystemManager().writeFileSync(path, drawQrPicture(text), 'base64')
  try {
    await Taro.showShareImageMenu({ path })
  } catch {
    // Closing the menu rejects, and is no failure.
  }
}
