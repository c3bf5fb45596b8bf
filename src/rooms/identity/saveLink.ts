import { copyText } from '@/ui/device/copyText'

/** WeChat opens no ZIP; the link can be pasted into a browser, where it works for a while. */
export const linkVerb = '复制链接'

export function saveLink(url: string): Promise<void> {
  return copyText(url, '已复制，到电脑浏览器里打开就能下载')
}
