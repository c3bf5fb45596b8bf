/// <reference lib="dom" />

export const savingVerb = '下载'

export async function saveFeed(fileName: string, zip: string): Promise<void> {
  const bytes = Uint8Array.from(atob(zip), character => character.charCodeAt(0))
  const url = URL.createObjectURL(new Blob([bytes], { type: 'application/zip' }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  URL.revokeObjectURL(url)
}
