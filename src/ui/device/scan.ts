import Taro from '@tarojs/taro'

export const canScan = true

/** What the camera read; undefined if it was closed again. The browser types codes instead: `scan.h5.ts`. */
export async function scanCode(): Promise<string | undefined> {
  try {
    const { result } = await Taro.scanCode({ onlyFromCamera: false, scanType: ['qrCode'] })
    return result
  } catch {
    // Closing the camera rejects as well, and is no failure.
    return undefined
  }
}
