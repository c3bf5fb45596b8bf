/**
 * `checking` until WeChat's machine has looked at a picture, `doubted` when it is not sure or has said nothing in time:
 * then a moderator looks. What is `blocked` is shown to nobody.
 */
export const imageStates = ['checking', 'doubted', 'passed', 'blocked'] as const
export type ImageState = (typeof imageStates)[number]

const UPLOADED_PICTURE = /^cloud:\/\/[^/]+\/uploads\/[^/]+\.(jpe?g|png|webp|gif)$/

/** Whether a file id is of a picture that a page uploads to be published: no other file is ever shown as one. */
export function isUploadedPicture(fileId: string): boolean {
  return UPLOADED_PICTURE.test(fileId)
}

/** The part of WeChat's event `wxa_media_check` that decides. */
interface MediaVerdict {
  errcode?: unknown
  result?: { suggest?: unknown }
}

/** Only a clear pass shows a picture and only a clear no blocks it; of anything else somebody has to judge. */
export function imageStateAfter({ errcode, result }: MediaVerdict): 'passed' | 'blocked' | 'doubted' {
  if (errcode !== 0) return 'doubted'
  if (result?.suggest === 'pass') return 'passed'
  return result?.suggest === 'risky' ? 'blocked' : 'doubted'
}

/** Whether nobody has said yet what to think of a picture. */
export function isUndecided(state: ImageState): state is 'checking' | 'doubted' {
  return state === 'checking' || state === 'doubted'
}

/** Whether somebody sees a picture: everyone what has passed, its author also what is being looked at. */
export function isImageVisible(state: ImageState, isAuthor: boolean): boolean {
  return state === 'passed' || (isUndecided(state) && isAuthor)
}

/** Pictures whose doubts a moderator has looked at and not shared. */
export function imagesWithoutDoubt<T extends { state: ImageState }>(images: readonly T[]): T[] {
  return images.map(image => (image.state === 'doubted' ? { ...image, state: 'passed' } : image))
}

/** Pictures of which WeChat has said nothing for too long. */
export function imagesTooLate<T extends { state: ImageState }>(images: readonly T[]): T[] {
  return images.map(image => (image.state === 'checking' ? { ...image, state: 'doubted' } : image))
}

/**
 * What is known of a post's pictures after a verdict. A verdict on none of them changes nothing, nor does one that
 * comes after a moderator's.
 */
export function imagesAfter<T extends { traceId: string; state: ImageState }>(
  images: readonly T[],
  traceId: string,
  state: ImageState,
): T[] {
  return images.map(image =>
    image.traceId === traceId && isUndecided(image.state) ? { ...image, state } : image,
  )
}
