import type { BlockShownView } from '@domain/kernel/richText'
import Taro from '@tarojs/taro'
import { fileUrl } from '@/api'
import { openPage } from '@/rooms/open'
import { RichText, type RichTextProps } from '@/ui/richText/RichText'

const openLink: RichTextProps['onLink'] = ({ kind, id }) => {
  const open: Record<typeof kind, () => void> = {
    event: () => openPage('union/event', { eventId: id }),
    association: () => openPage('union/association', { associationId: id }),
    post: () => openPage('forum/post', { postId: id }),
    topic: () => openPage('forum/topic', { topicId: id }),
  }
  open[kind]()
}

/** What a host has written, with its pictures and ways to other pages. */
export function Words({ blocks }: { blocks: readonly BlockShownView[] }) {
  return (
    <RichText
      blocks={blocks}
      urlOf={fileUrl}
      onLink={openLink}
      onPicture={fileId => void Taro.previewImage({ urls: [fileUrl(fileId)] })}
    />
  )
}
