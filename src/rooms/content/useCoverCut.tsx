import Taro from '@tarojs/taro'
import type { ReactNode } from 'react'

interface CoverCut {
  /** Lets the writer cut a picture to a cover's shape. @returns undefined if they left it */
  cut: (path: string) => Promise<string | undefined>
  /** What has to be on the page for it. */
  sheet: ReactNode
}

/** In WeChat's own cropper, which needs nothing on the page. */
export function useCoverCut(): CoverCut {
  const cut = async (path: string) => {
    const cropped = await Taro.cropImage({ src: path, cropScale: '16:9' }).catch(() => undefined)
    return cropped?.tempFilePath
  }
  return { cut, sheet: null }
}
