import { useShareAppMessage } from '@tarojs/taro'
import { pictureAddress } from '@/api'
import { addressOf } from '@/rooms/open'
import type { Post } from '../../post'

/** What a chat shows of a shared post: its title, and its first picture once WeChat has said where that lies. */
export function useShareCard(postId: string, post: Post | undefined): void {
  useShareAppMessage(() => {
    const card = { title: post?.title ?? '沃谈会', path: addressOf('forum/post', { postId }) }
    const picture = post?.images.find(({ state }) => state === 'passed')
    if (!picture) return card
    // WeChat waits three seconds for the promise and then shares the card without it.
    const promise = pictureAddress(picture.fileId).then(imageUrl => (imageUrl ? { ...card, imageUrl } : card))
    return { ...card, promise }
  })
}
