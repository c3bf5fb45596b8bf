import Taro from '@tarojs/taro'

/** Lets the writer cut a picture to a cover's shape, in WeChat's own cropper. @returns undefined if they left it */
export async function cropCover(path: string): Promise<string | undefined> {
  const cropped = await Taro.cropImage({ src: path, cropScale: '16:9' }).catch(() => undefined)
  return cropped?.tempFilePath
}
