/// <reference lib="dom" />
import { QUALITY, scaledSize } from './pictureSize'

/** The same in the browser, by a canvas. */
export async function compressed(path: string): Promise<string> {
  try {
    const original = await (await fetch(path)).blob()
    // What moves would stand still.
    if (original.type === 'image/gif') return path
    const bitmap = await createImageBitmap(original)
    const { width, height } = scaledSize(bitmap)
    const canvas = document.createElement('canvas')
    canvas.width = width
    canvas.height = height
    const drawing = canvas.getContext('2d')
    if (!drawing) return path
    // A photograph knows no transparency: what was clear becomes white, not black.
    drawing.fillStyle = '#ffffff'
    drawing.fillRect(0, 0, width, height)
    drawing.drawImage(bitmap, 0, 0, width, height)
    const smaller = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/jpeg', QUALITY))
    return smaller && smaller.size < original.size ? URL.createObjectURL(smaller) : path
  } catch {
    return path
  }
}
