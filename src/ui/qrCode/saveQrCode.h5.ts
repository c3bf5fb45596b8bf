/// <reference lib="dom" />
import { drawQrPicture } from './draw'

export const codeSavingVerb = '存成图片'

export async function saveQrCode(name: string, text: string): Promise<void> {
  const link = document.createElement('a')
  link.href = `data:image/gif;base64,${drawQrPicture(text)}`
  link.download = `${name}.gif`
  link.click()
}
