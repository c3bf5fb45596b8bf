import { useShareAppMessage } from '@tarojs/taro'
import { pictureAddress } from '@/api'
import { addressOf, type RoomPage } from '@/rooms/open'

interface ShareCard {
  page: RoomPage
  params: Readonly<Record<string, string>>
  title: string
  /** Its cover; absent or empty: WeChat takes a picture of the page. */
  fileId?: string | undefined
}

/** What a chat shows of a shared page: its title, and its cover once WeChat has said where that lies. */
export function useShareCard({ page, params, title, fileId }: ShareCard): void {
  useShareAppMessage(() => {
    const card = { title, path: addressOf(page, params) }
    if (!fileId) return card
    // WeChat waits three seconds for the promise and then shares the card without it.
    const promise = pictureAddress(fileId).then(imageUrl => (imageUrl ? { ...card, imageUrl } : card))
    return { ...card, promise }
  })
}
