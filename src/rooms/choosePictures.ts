import { limits } from '@domain/kernel/limits'
import Taro from '@tarojs/taro'
import { toast } from '@/ui/toast/store'

/** The person closed the chooser: WeChat and the browser both call that an error. */
const isCancel = (error: unknown) => /cancel/i.test((error as { errMsg?: string }).errMsg ?? '')

/** Lets the person choose pictures of their phone, compressed. @returns their paths; none when the chooser was closed */
export async function choosePictures(count: number): Promise<string[]> {
  try {
    const { tempFiles } = await Taro.chooseImage({ count, sizeType: ['compressed'] })
    const fitting = tempFiles.filter(file => file.size <= limits.imageBytesMax)
    if (fitting.length < tempFiles.length) toast.show('超过 10 MB 的图片没有加上，换一张小一点的')
    return fitting.slice(0, count).map(file => file.path)
  } catch (error) {
    if (!isCancel(error)) toast.show('没能打开相册，请允许访问图片后再试')
    return []
  }
}
