import { isQuestion } from '@domain/live/message'
import type { LiveMessageView } from '@domain/live/views'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { useSession } from '@/api'
import { openPage } from '@/rooms/open'
import { Chip, ChipRow } from '@/ui/chip/Chip'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { MessageRow } from './MessageRow'

type Filter = 'all' | 'questions' | 'official'

const passes: Record<Filter, (message: LiveMessageView) => boolean> = {
  all: () => true,
  questions: ({ body }) => isQuestion(body),
  official: ({ official }) => official,
}

const nothing: Record<Filter, string> = {
  all: '还没有人说话，说一句吧',
  questions: '还没有人提问',
  official: '官方还没有说话',
}

interface MessagesProps {
  messages: readonly LiveMessageView[]
  total: number
  /** Which of them the reader liked when the page was opened. */
  liked: readonly string[]
  talkId: string
}

/** What is said beside it, the newest first; all of it, with reports and replies, stands in the conversation. */
export function Messages({ messages, total, liked, talkId }: MessagesProps) {
  const { me } = useSession()
  const [filter, setFilter] = useState<Filter>('all')
  const shown = messages.filter(passes[filter])
  const questions = messages.filter(passes.questions).length
  return (
    <View className="mt-12">
      <ChipRow>
        <Chip on={filter === 'all'} onTap={() => setFilter('all')}>
          全部
        </Chip>
        <Chip on={filter === 'questions'} onTap={() => setFilter('questions')}>
          {questions > 0 ? `提问 ${questions}` : '提问'}
        </Chip>
        <Chip on={filter === 'official'} onTap={() => setFilter('official')}>
          官方
        </Chip>
      </ChipRow>
      {shown.length === 0 ? <View className="t14 secondary pad mt-16">{nothing[filter]}</View> : null}
      <View className="mt-8" aria-live="off">
        {shown.map(message => (
          <MessageRow
            key={message.messageId}
            message={message}
            wasLiked={liked.includes(message.messageId)}
            mine={message.employeeId !== '' && message.employeeId === me?.employeeId}
          />
        ))}
      </View>
      {total > 0 ? (
        <SectionHeader
          title={`共 ${total} 条留言`}
          more="看全部和回复"
          onMore={() => openPage('forum/post', { postId: talkId })}
        />
      ) : null}
    </View>
  )
}
