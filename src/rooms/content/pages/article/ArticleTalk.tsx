import { View } from '@tarojs/components'
import { Talk, type TalkOfPost } from '@/rooms/forum/public'
import { Button } from '@/ui/button/Button'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'

interface ArticleTalkProps {
  talk: TalkOfPost
  now: number
}

/** What colleagues say of the article: asked for once the reader comes near. */
export function ArticleTalk({ talk, now }: ArticleTalkProps) {
  const { data, isError, isFetching, refetch } = talk.query
  if (!data && isError)
    return (
      <View className="pad mt-16">
        <Button kind="soft" size="small" onTap={() => void refetch()}>
          评论没拿到，再试一次
        </Button>
      </View>
    )
  if (!data) return isFetching ? <SkeletonRows count={2} leadPx={32} roundLead /> : null
  return <Talk talk={talk} opened={data} now={now} />
}
