import Taro from '@tarojs/taro'

const readable = ['pdf', 'doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx'] as const
const PICTURES = ['jpg', 'jpeg', 'png']

/** Opens a file in WeChat's own reader, a picture in its viewer. @throws what the download or the reader threw */
export async function openAttachment(find: () => Promise<{ url: string; fileName: string }>): Promise<void> {
  const { url, fileName } = await find()
  const end = fileName.slice(fileName.lastIndexOf('.') + 1).toLowerCase()
  if (PICTURES.includes(end)) {
    await Taro.previewImage({ urls: [url] })
    return
  }
  const { tempFilePath, statusCode } = await Taro.downloadFile({ url })
  if (statusCode !== 200) throw new Error(`The storage answered ${statusCode}`)
  const fileType = readable.find(kind => kind === end) ?? 'pdf'
  await Taro.openDocument({ filePath: tempFilePath, fileType, showMenu: true })
}
