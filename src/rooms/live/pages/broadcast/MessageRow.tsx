import { isQuestion } from '@domain/live/message'
import type { LiveMessageView } from '@domain/live/views'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, useCommand } from '@/api'
import { ariaState } from '@/ui/a11y/ariaState'
import { tappable } from '@/ui/a11y/tappable'
import { Avatar } from '@/ui/avatar/Avatar'
import { Badge } from '@/ui/badge/Badge'
import { Icon } from '@/ui/icon/Icon'

interface MessageRowProps {
  message: LiveMessageView
  mine: boolean
  /** Whether its reader liked it when the page was opened: then its likes hold theirs. */
  wasLiked: boolean
}

function Like({ message, wasLiked }: Pick<MessageRowProps, 'message' | 'wasLiked'>) {
  const [liked, setLiked] = useState(wasLiked)
  const command = useCommand(api.forum.likeComment, {
    optimistic: input => {
      setLiked(input.liked)
      return () => setLiked(!input.liked)
    },
  })
  const count = Math.max(0, message.likes - Number(wasLiked)) + Number(liked)
  return (
    <View
      className={`live-message__like${liked ? ' live-message__like--on' : ''}`}
      {...tappable(`赞${message.name}的留言，${count}`)}
      {...ariaState({ pressed: liked })}
      onClick={() => void command.run({ commentId: message.messageId, liked: !liked })}
    >
      <Icon name="heart" size={16} filled={liked} />
      {count > 0 ? count : ''}
    </View>
  )
}

/** One thing that was said. */
export function MessageRow({ message, mine, wasLiked }: MessageRowProps) {
  const { name, official, body } = message
  return (
    <View className="live-message">
      <Avatar name={name} size={32} official={official} />
      <View className="grow">
        <View className="live-message__name">
          {name}
          {official ? <Badge tone="accent">官方</Badge> : null}
          {mine ? <Badge tone="accent">我</Badge> : null}
          {isQuestion(body) ? <Badge>提问</Badge> : null}
        </View>
        <View className="t14" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
          {body}
        </View>
      </View>
      {mine ? null : <Like message={message} wasLiked={wasLiked} />}
    </View>
  )
}
