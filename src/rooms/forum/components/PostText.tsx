import { partsOf } from '@domain/forum/mentions'
import { Text } from '@tarojs/components'
import { openPage } from '@/rooms/open'
import { Explained } from '@/ui/explained/Explained'
import type { Post } from '../post'
import './postText.scss'

interface PostTextProps {
  post: Pick<Post, 'body' | 'topics' | 'mentions'>
  /** In a list a tap on the words opens the post; only its own page leads on to topics. */
  linked?: boolean
}

/** The words of a post or a comment, with the topics and the colleagues that it calls told apart. */
export function PostText({ post: { body, topics, mentions }, linked = false }: PostTextProps) {
  const idOf = new Map(topics.map(({ topicId, name }) => [name, topicId]))
  const parts = partsOf(body, mentions, [...idOf.keys()])
  const open = (name: string) => openPage('forum/topic', { topicId: idOf.get(name) ?? '' })
  return (
    <>
      {parts.map((part, index) => (
        <Text
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text have no identity but their place
          key={index}
          className={part.kind === 'text' ? '' : 'post-text__mark'}
          {...(linked && part.kind === 'topic' ? { onClick: () => open(part.name) } : {})}
        >
          {linked && part.kind === 'text' ? <Explained text={part.text} /> : part.text}
        </Text>
      ))}
    </>
  )
}
