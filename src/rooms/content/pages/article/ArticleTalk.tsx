import { View } from '@tarojs/components'
import { type Comment, Comments, SilencePlace, type useTalk } from '@/rooms/forum/public'
import { Button } from '@/ui/button/Button'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'

interface TalkProps {
  talk: ReturnType<typeof useTalk>
  onAnswer: (comment: Comment) => void
  /** The comment that the reader comes for. */
  aimedId: string | undefined
  now: number
}

/** What colleagues say of the article: asked for once the reader comes near. */
export function Talk({ talk, onAnswer, aimedId, now }: TalkProps) {
  const { query, listed, conversation } = talk
  const { data } = query
  if (!data && query.isError)
    return (
      <View className="pad mt-16">
        <Button kind="soft" size="small" onTap={() => void query.refetch()}>
          评论没拿到，再试一次
        </Button>
      </View>
    )
  if (!data) return query.isFetching ? <SkeletonRows count={2} leadPx={32} roundLead /> : null
  return (
    <>
      <Comments
        post={data.post}
        canModerate={data.canModerate}
        conversation={conversation}
        listed={listed}
        onAnswer={data.silence ? undefined : onAnswer}
        now={now}
        aimedId={aimedId}
      />
      {data.silence ? <SilencePlace /> : null}
    </>
  )
}
