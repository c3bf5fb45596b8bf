import { limits } from '@domain/kernel/limits'
import { useQueryClient } from '@tanstack/react-query'
import { Textarea, View } from '@tarojs/components'
import { useState } from 'react'
import { api, useCommand } from '@/api'
import { showEarned } from '@/rooms/coin/public'
import { ariaState } from '@/ui/a11y/ariaState'
import { tappable } from '@/ui/a11y/tappable'
import { useInnerLabel } from '@/ui/a11y/useInnerLabel'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Icon } from '@/ui/icon/Icon'
import { ShareButton } from '../../components/ShareButton'
import type { Comment, Post } from '../../post'
import { changePost } from '../../postCache'
import { useLike } from '../../useLike'

const LABEL = '写评论'

interface PostBarProps {
  post: Post
  /** Above 1 while a comment earns a multiple. */
  multiplier: number
  onWritten: (comment: Comment) => void
}

function Like({ post }: { post: Post }) {
  const like = useLike(post)
  return (
    <View
      className={`post-bar__like${post.liked ? ' post-bar__like--on' : ''}`}
      {...tappable(like.label)}
      {...ariaState({ pressed: post.liked })}
      onClick={like.toggle}
    >
      <Icon name="heart" filled={post.liked} />
      {post.likes}
    </View>
  )
}

/** Where a comment is written. It stays in the box until it has arrived. */
export function PostBar({ post, multiplier, onWritten }: PostBarProps) {
  const client = useQueryClient()
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
  const box = useInnerLabel<unknown>(LABEL)
  const body = words.trim()
  const doubled = multiplier > 1
  return (
    <BottomBar>
      <View className="post-bar">
        <View className="post-bar__box">
          <Textarea
            ref={box}
            className="post-bar__input"
            placeholderClass="post-bar__placeholder"
            value={words}
            placeholder="说点真诚的"
            maxlength={limits.commentMax}
            autoHeight
            fixed
            showConfirmBar={false}
            cursorSpacing={24}
            aria-label={LABEL}
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
            <Like post={post} />
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
