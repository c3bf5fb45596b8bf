import Taro from '@tarojs/taro'
import { type CallReply, type CallRequest, readReply, unreachable, withinTimeout } from './envelope'
import { ApiError, ownReply } from './error'
import { newFileName } from './fileName'
import { newRequestId } from './requestId'

/** The way to the cloud inside WeChat, who says by itself who is calling. `transport.h5.ts` is the browser's. */

/** Once, before the first call. */
export function startCloud(): void {
  Taro.cloud.init({ traceUser: false })
}

/** Whose answers lie on this phone. WeChat keeps one storage for each of its users already. */
export function callerScope(): string {
  return 'me'
}

/** WeChat's codes for a function that ran and failed; every other failure is one of the way. */
const FUNCTION_FAILED = new Set([-504001, -504002])

async function callFunction({ room, procedure, input, requestId }: CallRequest): Promise<CallReply> {
  try {
    const { result } = await Taro.cloud.callFunction({ name: room, data: { procedure, input, requestId } })
    return readReply(result, requestId)
  } catch (error) {
    const { errCode } = error as { errCode?: number }
    if (errCode !== undefined && FUNCTION_FAILED.has(errCode)) {
      return { ok: false, error: ownReply('FUNCTION_FAILED', requestId) }
    }
    return unreachable(requestId)
  }
}

/** Never rejects: a broken way is a reply of the kind `retry`. */
export function send(request: CallRequest): Promise<CallReply> {
  return withinTimeout(callFunction(request), request.requestId)
}

async function uploadFile(filePath: string, extension: string): Promise<string> {
  const name = await newFileName()
  try {
    const { fileID } = await Taro.cloud.uploadFile({ cloudPath: `uploads/${name}${extension}`, filePath })
    return fileID
  } catch {
    throw new ApiError(ownReply('UPLOAD_FAILED', newRequestId()))
  }
}

const extensionOf = (path: string) => /\.(jpe?g|png|webp|gif)$/i.exec(path)?.[0].toLowerCase() ?? '.jpg'

/**
 * Puts a chosen picture into the cloud's storage.
 * @returns its file id
 * @throws ApiError UPLOAD_FAILED
 */
export function uploadImage(tempPath: string): Promise<string> {
  return uploadFile(tempPath, extensionOf(tempPath))
}

/** The same for a film, which WeChat hands over as MP4. @throws ApiError UPLOAD_FAILED */
export function uploadFilm(tempPath: string): Promise<string> {
  return uploadFile(tempPath, '.mp4')
}

/**
 * The address of a picture for what knows no file ids, such as a share card; it is good for some hours.
 * @returns undefined when there is none: whoever asked can do without
 */
export async function pictureAddress(fileId: string): Promise<string | undefined> {
  try {
    const { fileList } = await Taro.cloud.getTempFileURL({ fileList: [fileId] })
    return fileList[0]?.tempFileURL || undefined
  } catch {
    return undefined
  }
}

/** What `<Image>` takes: WeChat resolves file ids itself. */
export function fileUrl(fileId: string): string {
  return fileId
}
