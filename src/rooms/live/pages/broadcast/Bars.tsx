import { MINUTE_MS } from '@domain/kernel/time'
import { REMINDED_BEFORE_MINUTES } from '@domain/live/broadcast'
import { type Hearts, heartsWith, type OwnHeart } from '@domain/live/hearts'
import type { LiveMessageView } from '@domain/live/views'
import { Input, View } from '@tarojs/components'
import { useState } from 'react'
import { api, useAskToNotify, useCommand } from '@/api'
import { CallBar } from '@/rooms/CallBar'
import { showEarned } from '@/rooms/coin/public'
import { Mark } from '@/rooms/forum/public'
import { ShareButton } from '@/rooms/ShareButton'
import { useInnerLabel } from '@/ui/a11y/useInnerLabel'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import type { Opened } from './parts'

interface RemindBarProps {
  opened: Opened
  startsAt: number
  now: number
}

/** To be called before it begins, or not after all. */
export function RemindBar({ opened, startsAt, now }: RemindBarProps) {
  const { broadcastId } = opened.broadcast
  const [reminded, setReminded] = useState(opened.mine.reminded)
  const ask = useAskToNotify()
  const remind = useCommand(api.live.remindMe, {
    outdates: [api.live.openBroadcast, api.content.openHome],
    optimistic: ({ on }) => {
      setReminded(on)
      return () => setReminded(!on)
    },
  })
  if (startsAt - now < REMINDED_BEFORE_MINUTES * MINUTE_MS)
    return <BottomBar consequence="马上开始，留在这一页就好">{<ShareButton />}</BottomBar>
  const tap = () => {
    if (!reminded) ask(['sessionSoon'])
    return remind.run({ broadcastId, on: !reminded })
  }
  return <CallBar when={`开始前 ${REMINDED_BEFORE_MINUTES} 分钟`} asked={reminded} onTap={tap} />
}

/** The reader's heart for the whole broadcast: shown at once, counted by the timer, and as the cloud knows it after each look. */
function useHeart({ broadcast: { broadcastId }, mine, now }: Opened, hearts: Hearts, offsetMs: number) {
  const [changed, setChanged] = useState<{ own: OwnHeart; since: number }>()
  const own = changed?.since === now ? changed.own : mine.heart
  const setOwn = (heart: OwnHeart) => setChanged({ own: heart, since: now })
  const command = useCommand(api.live.heart, {
    optimistic: ({ on }) => {
      setOwn({ on, since: Date.now() + offsetMs })
      return () => setOwn(own)
    },
  })
  const count = heartsWith(hearts, own)
  return {
    on: own.on,
    count,
    icon: 'heart' as const,
    label: own.on ? `已送心意，共 ${count}` : `送一份心意，共 ${count}`,
    toggle: () => void command.run({ broadcastId, on: !own.on }),
  }
}

const LABEL = '写留言'
const WORDS_MAX = 200

interface SpeakBarProps {
  opened: Opened
  /** As last heard. */
  hearts: Hearts
  offsetMs: number
  talkId: string
  topic: string | undefined
  onSaid: (message: LiveMessageView) => void
}

/** Where something is said while it is on. */
export function SpeakBar({ opened, hearts, offsetMs, talkId, topic, onSaid }: SpeakBarProps) {
  const mark = useHeart(opened, hearts, offsetMs)
  const [words, setWords] = useState('')
  const box = useInnerLabel<unknown>(LABEL)
  const command = useCommand(api.forum.addComment, {
    outdates: [api.coin.openStatement, api.coin.openEarning, api.identity.openSession],
    onDone: ({ comment, earned }) => {
      setWords('')
      const { commentId, author, body, likes, postedAt } = comment
      const { employeeId, name, official } = author
      onSaid({ messageId: commentId, employeeId, name, official, body, likes, at: postedAt })
      if (earned) showEarned(earned)
    },
  })
  const body = words.trim()
  const send = async () => {
    if (body !== '') await command.run({ postId: talkId, body })
  }
  return (
    <BottomBar>
      <View className="live-bar">
        <View className="live-bar__box">
          <Input
            ref={box}
            className="live-bar__input"
            placeholderClass="live-bar__placeholder"
            value={words}
            placeholder={topic ? `说点什么，进 #${topic}` : '说点什么'}
            maxlength={WORDS_MAX}
            confirmType="send"
            cursorSpacing={24}
            aria-label={LABEL}
            onInput={event => setWords(event.detail.value)}
            onConfirm={() => void send()}
          />
        </View>
        {body === '' ? (
          <>
            <Mark mark={mark} />
            <ShareButton />
          </>
        ) : (
          <View className="live-bar__send">
            <Button size="small" onTap={send}>
              发送
            </Button>
          </View>
        )}
      </View>
    </BottomBar>
  )
}
