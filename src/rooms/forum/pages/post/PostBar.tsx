import { limits } from '@domain/kernel/limits'
import { useQueryClient } from '@tanstack/react-query'
import { Textarea, View } from '@tarojs/components'
import { useState } from 'react'
import { api, useCommand } from '@/api'
import { showEarned } from '@/rooms/coin/public'
import { ariaState } from '@/ui/a11y/ariaState'
import { tappable } from '@/ui/a11y/tappable'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Icon } from '@/ui/icon/Icon'
import { ShareButton } from '../../components/ShareButton'
import type { Comment, Post } from '../../post'
import { changePost } from '../../postCache'
import { favourite, like, useMark } from '../../useMark'

interface PostBarProps {
  post: Post
  /** Above 1 while a comment earns a multiple. */
  multiplier: number
  onWritten: (comment: Comment) => void
}

function Mark({ mark }: { mark: ReturnType<typeof useMark> }) {
  const { on, count, icon, label, toggle } = mark
  return (
    <View
      className={`post-bar__mark${on ? ' post-bar__mark--on' : ''}`}
      {...tappable(label)}
      {...ariaState({ pressed: on })}
      onClick={toggle}
    >
      <Icon name={icon} filled={on} />
      {count}
    </View>
  )
}

/** Where a comment is written. It stays in the box until it has arrived. */
export function PostBar({ post, multiplier, onWritten }: PostBarProps) {
  const client = useQueryClient()
  const liking = useMark(like, post)
  const keeping = useMark(favourite, post)
  const [words, setWords] = useState('')
  const command = useCommand(api.forum.addComment, {
    outdates: [api.coin.openStatement, api.identity.openSession, api.identity.openProfile],
    onDone: ({ comment, comments, earned }) => {
      setWords('')
      onWritten(comment)
      changePost(client, post.postId, shown => ({ ...shown, comments }))
      showEarned(earned)
    },
  })
  const body = words.trim()
  const doubled = multiplier > 1
  return (
    <BottomBar>
      <View className="post-bar">
        <View className="post-bar__box">
          <Textarea
            className="post-bar__input"
            placeholderClass="post-bar__placeholder"
            value={words}
            placeholder="说点真诚的"
            maxlength={limits.commentMax}
            autoHeight
            fixed
            showConfirmBar={false}
            cursorSpacing={24}
            aria-label="写评论"
            onInput={event => setWords(event.detail.value)}
          />
          {doubled && body === '' ? (
            <View className="post-bar__times" aria-label={`现在评论沃币 ${multiplier} 倍`}>
              <Icon name="coin" size={16} />×{multiplier}
            </View>
          ) : null}
        </View>
        {body === '' ? (
          <>
            <Mark mark={liking} />
            <Mark mark={keeping} />
            <ShareButton />
          </>
        ) : (
          <View className="post-bar__send">
            <Button size="small" onTap={() => command.run({ postId: post.postId, body })}>
              发送
            </Button>
          </View>
        )}
      </View>
    </BottomBar>
  )
}
