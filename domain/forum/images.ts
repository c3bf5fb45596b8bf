/** `checking` until WeChat's machine has looked at a picture; what it does not pass is shown to nobody. */
export const imageStates = ['checking', 'passed', 'blocked'] as const
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

/** Only a clear pass shows a picture: a doubt (`review`) or a failed check is not one. */
export function imageStateAfter({ errcode, result }: MediaVerdict): 'passed' | 'blocked' {
  return errcode === 0 && result?.suggest === 'pass' ? 'passed' : 'blocked'
}

/** Whether somebody sees a picture: everyone what has passed, its author also what is being looked at. */
export function isImageVisible(state: ImageState, isAuthor: boolean): boolean {
  return state === 'passed' || (state === 'checking' && isAuthor)
}

/** What is known of a post's pictures after a verdict; a verdict on none of them changes nothing. */
export function imagesAfter<T extends { traceId: string; state: ImageState }>(
  images: readonly T[],
  traceId: string,
  state: ImageState,
): T[] {
  return images.map(image => (image.traceId === traceId ? { ...image, state } : image))
}
