import Taro from '@tarojs/taro'
import { newFileName } from '@/api/fileName'

export interface FeedFile {
  fileId: string
  name: string
}

const FILES_MAX = 20
const NAME_MAX = 80

/**
 * Lets one pick a zip, or the txt files of a feed, from a chat, since a phone in WeChat has no other files, and puts
 * them into the cloud's storage.
 * @returns none if nothing was picked
 * @throws what the upload threw
 */
export async function pickFeed(): Promise<FeedFile[]> {
  const picked = await Taro.chooseMessageFile({
    count: FILES_MAX,
    type: 'file',
    extension: ['zip', 'txt'],
  }).catch(() => undefined)
  const folder = await newFileName()
  return Promise.all(
    (picked?.tempFiles ?? []).map(async ({ path, name }, index) => {
      const extension = /\.zip$/i.test(name) ? 'zip' : 'txt'
      const cloudPath = `feeds/${folder}/${index}.${extension}`
      const { fileID } = await Taro.cloud.uploadFile({ cloudPath, filePath: path })
      return { fileId: fileID, name: name.slice(-NAME_MAX) }
    }),
  )
}
