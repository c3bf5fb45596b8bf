import { Comments } from './pages/post/Comments'
import { SilencePlace } from './pages/post/SilencePlace'
import type { TalkOfPost } from './useTalk'

interface TalkProps {
  talk: TalkOfPost
  opened: NonNullable<TalkOfPost['query']['data']>
  now: number
}

/** What is said under a post, or under what it stands beside; whoever is muted reads why they can't answer. */
export function Talk({ talk, opened, now }: TalkProps) {
  const { conversation, listed, setAnswering, aimedId } = talk
  const { post, canModerate, silence } = opened
  return (
    <>
      <Comments
        post={post}
        canModerate={canModerate}
        conversation={conversation}
        listed={listed}
        onAnswer={silence ? undefined : setAnswering}
        now={now}
        aimedId={aimedId}
      />
      {silence ? <SilencePlace /> : null}
    </>
  )
}
