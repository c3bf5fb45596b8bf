/** What stands under the pictures that a cover is chosen from; empty where they speak for themselves. */
export function coverNote(photos: readonly { checking: boolean }[]): string {
  const checking = photos.filter(photo => photo.checking).length
  if (checking > 0) return `${checking} 张在检查，一般几分钟，通过后点它当封面。`
  return photos.length === 0 ? '照片墙上还没有照片，从手机选一张，也会贴到墙上。' : ''
}
