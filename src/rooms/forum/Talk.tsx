import { Comments } from './pages/post/Comments'
import { SilencePlace } from './pages/post/SilencePlace'
import type { Comment } from './post'
import type { useTalk } from './useTalk'

type Talked = ReturnType<typeof useTalk>

interface TalkProps {
  talk: Pick<Talked, 'listed' | 'conversation'>
  opened: NonNullable<Talked['query']['data']>
  onAnswer: (comment: Comment) => void
  /** The comment that the reader comes for. */
  aimedId: string | undefined
  now: number
}

/** What is said under a post, or under what it stands beside; whoever is muted reads why they can't answer. */
export function Talk({ talk, opened, onAnswer, aimedId, now }: TalkProps) {
  const { post, canModerate, silence } = opened
  return (
    <>
      <Comments
        post={post}
        canModerate={canModerate}
        conversation={talk.conversation}
        listed={talk.listed}
        onAnswer={silence ? undefined : onAnswer}
        now={now}
        aimedId={aimedId}
      />
      {silence ? <SilencePlace /> : null}
    </>
  )
}
