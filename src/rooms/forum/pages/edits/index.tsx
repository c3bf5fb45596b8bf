import { MINUTE_MS } from '@domain/kernel/time'
import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { api, clockOffsetMs, type Output, usePullToRefresh, useQueryOf, useServerNow } from '@/api'
import { Badge } from '@/ui/badge/Badge'
import { Card } from '@/ui/card/Card'
import { sayMoment } from '@/ui/clock/moment'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { PostSkeleton } from '../../components/PostSkeleton'
import './edits.scss'

type Version = Output<typeof api.forum.openEdits>['versions'][number]

function VersionCard({ version, present, now }: { version: Version; present: boolean; now: number }) {
  const { title, body, pictures, writtenAt } = version
  return (
    <Card>
      <View className="row row--between">
        <View className="t12 secondary">{sayMoment(writtenAt, now)}</View>
        {present ? <Badge tone="accent">现在的样子</Badge> : null}
      </View>
      <View className="edits__title">{title}</View>
      <Text className="edits__body" userSelect>
        {body}
      </Text>
      {pictures > 0 ? <View className="t12 secondary mt-8">{pictures} 张图片</View> : null}
    </Card>
  )
}

/** What a post has said, the present version first. */
export default function EditsPage() {
  const postId = useRouter().params.postId ?? ''
  const query = useQueryOf(api.forum.openEdits, { postId }, { staleMs: 0, kept: false })
  const now = useServerNow(clockOffsetMs(query), MINUTE_MS)
  usePullToRefresh(query.refetch)
  return (
    <Screen nav={<Nav title="修改记录" />} query={query} skeleton={<PostSkeleton />}>
      {({ versions }) => (
        <View className="column gap-8 pad">
          {versions.map((version, index) => (
            <VersionCard
              // biome-ignore lint/suspicious/noArrayIndexKey: a version has no identity but its place
              key={index}
              version={version}
              present={index === 0}
              now={now}
            />
          ))}
        </View>
      )}
    </Screen>
  )
}
