import type { ReactNode } from 'react'
import { useMultiplier } from '@/rooms/coin/public'
import { NewsPill } from './pages/post/NewsPill'
import { PostBar } from './pages/post/PostBar'
import type { TalkOfPost } from './useTalk'

interface TalkBarProps {
  talk: TalkOfPost
  opened: NonNullable<TalkOfPost['query']['data']>
  now: number
  /** In the place of the post's own marks: those of what it stands beside. */
  marks?: ReactNode
}

/** Where one joins a talk: what others have said meanwhile, and the box to write in. */
export function TalkBar({ talk, opened, now, marks }: TalkBarProps) {
  const { conversation, showHeld, answering, setAnswering } = talk
  const { post, voices, silence, happyHour } = opened
  const multiplier = useMultiplier('forum.comment', happyHour, now)
  return (
    <>
      <NewsPill count={conversation.heldCount} onTap={showHeld} />
      <PostBar
        post={post}
        voices={voices}
        silence={silence}
        now={now}
        multiplier={multiplier}
        answering={answering}
        onAnswerEnd={() => setAnswering(undefined)}
        onWritten={conversation.add}
        marks={marks}
      />
    </>
  )
}
