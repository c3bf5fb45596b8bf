import { Refusal } from '@domain/kernel/errors'
import { logFailure } from '@platform/log'
import { fitsAsPicture } from '@platform/pictures'
import { copyFile, keepingCopies, removeFiles } from '@platform/storage'
import type { Wechat } from '@platform/wechat'
import type { PostDocument, StoredImage } from './store'

/** Where pictures of posts lie: no client writes there. */
const FOLDER = 'pictures'

const fits = fitsAsPicture('FORUM_IMAGE_MISSING')

type Uploaded = Pick<StoredImage, 'fileId' | 'width' | 'height'>

/**
 * Copies pictures to where their author can't replace them, and asks WeChat to look at the copies: so what has been
 * looked at is what is shown. When anything of it fails, no copy stays.
 * @throws Refusal FORUM_IMAGE_MISSING also for what is no picture, or a larger one; CONTENT_CHECK_UNAVAILABLE
 */
export async function takePictures(uploaded: readonly Uploaded[], wechat: Wechat): Promise<StoredImage[]> {
  const copies = await copyAll(uploaded.map(({ fileId }) => fileId))
  try {
    const checks = await Promise.all(copies.map(fileId => wechat.checkImage(fileId)))
    return uploaded.map((image, index) => ({
      ...image,
      fileId: copies[index] ?? '',
      traceId: checks[index]?.traceId ?? '',
      state: 'checking',
    }))
  } catch (error) {
    await removeFiles(copies)
    throw error
  }
}

/** Runs the command that keeps what `takePictures` has copied: what it refuses leaves no copy, and the upload as it was. */
export function keepingPictures<R>(
  pictures: readonly StoredImage[],
  uploaded: readonly Uploaded[],
  run: () => Promise<R>,
): Promise<R> {
  const idsOf = (files: readonly Uploaded[]) => files.map(({ fileId }) => fileId)
  return keepingCopies({ copies: idsOf(pictures), uploads: idsOf(uploaded) }, run)
}

async function copyAll(fileIds: readonly string[]): Promise<string[]> {
  const outcomes = await Promise.allSettled(fileIds.map(copyOne))
  const copies = outcomes.flatMap(outcome => (outcome.status === 'fulfilled' ? [outcome.value] : []))
  const failed = outcomes.find(outcome => outcome.status === 'rejected')
  if (!failed) return copies
  await removeFiles(copies)
  throw failed.reason
}

async function copyOne(fileId: string): Promise<string> {
  try {
    return (await copyFile(fileId, FOLDER, 'FORUM_IMAGE_MISSING', fits)).fileId
  } catch (error) {
    if (error instanceof Refusal) throw error
    logFailure('copyFile', error)
    throw new Refusal('CONTENT_CHECK_UNAVAILABLE')
  }
}

/**
 * Removes the pictures of a post that was taken back; after the commit.
 * @returns false when storage can't be reached
 */
export function removePictures({ images }: Pick<PostDocument, 'images'>): Promise<boolean> {
  return removeFiles(images.map(({ fileId }) => fileId))
}
