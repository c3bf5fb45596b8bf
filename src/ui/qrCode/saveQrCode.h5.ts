/// <reference lib="dom" />
import { qrPng } from './png'

export const codeSavingVerb = '存成图片'

export async function saveQrCode(name: string, text: string): Promise<void> {
  const url = URL.createObjectURL(new Blob([qrPng(text)], { type: 'image/png' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `${name}.png`
  link.click()
  URL.revokeObjectURL(url)
}
