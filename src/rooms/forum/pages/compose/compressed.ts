import Taro from '@tarojs/taro'
import { isLarge, LONG_SIDE_PX, QUALITY } from './pictureSize'

/**
 * A picture as small as it need be: the phone does it, so that a bus ride's network carries it.
 * @returns the path of the smaller one, or of the picture itself where that is small enough or can't be made smaller
 */
export async function compressed(path: string): Promise<string> {
  try {
    const { width, height, type } = await Taro.getImageInfo({ src: path })
    // What moves would stand still.
    if (type === 'gif') return path
    const side = width >= height ? { compressedWidth: LONG_SIDE_PX } : { compressedHeight: LONG_SIDE_PX }
    const size = isLarge({ width, height }) ? side : {}
    const { tempFilePath } = await Taro.compressImage({
      src: path,
      quality: Math.round(QUALITY * 100),
      ...size,
    })
    return tempFilePath
  } catch {
    // The picture goes as it is: the chooser has made it smaller already.
    return path
  }
}
