/// <reference lib="dom" />

const RATIO = 16 / 9
const WIDTH_MAX = 1_440

/** A browser has no cropper: the middle of the picture is cut to a cover's shape. */
export async function cropCover(path: string): Promise<string | undefined> {
  const picture = new Image()
  picture.src = path
  await picture.decode()
  const width = Math.min(picture.naturalWidth, picture.naturalHeight * RATIO)
  const height = width / RATIO
  const canvas = document.createElement('canvas')
  canvas.width = Math.min(WIDTH_MAX, Math.round(width))
  canvas.height = Math.round(canvas.width / RATIO)
  const left = (picture.naturalWidth - width) / 2
  const top = (picture.naturalHeight - height) / 2
  canvas.getContext('2d')?.drawImage(picture, left, top, width, height, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/jpeg', 0.9))
  return blob ? URL.createObjectURL(blob) : undefined
}
