/// <reference lib="dom" />

export const linkVerb = '下载'

export async function saveLink(url: string): Promise<void> {
  const link = document.createElement('a')
  link.href = url
  link.download = '我的数据.zip'
  link.click()
}
