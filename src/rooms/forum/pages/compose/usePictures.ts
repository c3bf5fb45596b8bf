import { limits } from '@domain/kernel/limits'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { ApiError, uploadImage } from '@/api'
import { choosePictures } from '@/rooms/choosePictures'
import { toast } from '@/ui/toast/store'
import { compressed } from './compressed'
import type { Draft, PostImage } from './draft'

/** A picture on its way into the storage. */
export interface Upload {
  path: string
  failed: boolean
}

async function measure(path: string): Promise<Pick<PostImage, 'width' | 'height'>> {
  try {
    const { width, height } = await Taro.getImageInfo({ src: path })
    return { width, height }
  } catch {
    // The measure only reserves the picture's place; it can do without.
    return {}
  }
}

/** Pictures go up as they are chosen, so that publishing does not wait for them. */
export function usePictures(draft: Draft, change: (part: (before: Draft) => Partial<Draft>) => void) {
  const [uploads, setUploads] = useState<readonly Upload[]>([])

  const send = async (path: string) => {
    setUploads(before => [...before.filter(upload => upload.path !== path), { path, failed: false }])
    try {
      const small = await compressed(path)
      const [fileId, measured] = await Promise.all([uploadImage(small), measure(small)])
      setUploads(before => before.filter(upload => upload.path !== path))
      change(({ images }) => ({ images: [...images, { fileId, ...measured }] }))
    } catch (error) {
      setUploads(before => before.map(upload => (upload.path === path ? { path, failed: true } : upload)))
      toast.show(error instanceof ApiError ? error.message : '图片没有传上去，请再试一次')
    }
  }
  const add = async () => {
    const room = limits.postImagesMax - draft.images.length - uploads.length
    await Promise.all((await choosePictures(room)).map(send))
  }
  return {
    uploads,
    add,
    retry: send,
    dismiss: (path: string) => setUploads(before => before.filter(upload => upload.path !== path)),
    remove: (fileId: string) =>
      change(({ images }) => ({ images: images.filter(image => image.fileId !== fileId) })),
  }
}
