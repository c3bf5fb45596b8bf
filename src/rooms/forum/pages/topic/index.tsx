import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { api, clockOffsetMs, type Input, type Output, useCommand, usePagesOf } from '@/api'
import { sayShowing, TopicBroadcast, TopicPicture } from '@/rooms/live/public'
import { openPage } from '@/rooms/open'
import { usePageParams } from '@/rooms/usePageParams'
import { Badge } from '@/ui/badge/Badge'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { type Segment, Segments } from '@/ui/segments/Segments'
import { Sparkline } from '@/ui/sparkline/Sparkline'
import { useMultiplier } from '../../../coin/public'
import { JoinTopicButton } from '../../components/ComposeButton'
import { PostPages } from '../../components/PostPages'
import { PostSkeleton } from '../../components/PostSkeleton'
import { usePostPages } from '../../usePostPages'
import './topic.scss'

type Page = Output<typeof api.forum.openTopic>
type Sort = NonNullable<Input<typeof api.forum.openTopic>['sort']>

const sorts: readonly Segment<Sort>[] = [
  { key: 'hot', text: '最热' },
  { key: 'newest', text: '最新' },
  { key: 'official', text: '只看官方' },
]

/** What it is called and how many talk and follow; where a broadcast belongs to it, when that is and its picture. */
function Head({ page: { topic, broadcast }, now }: { page: Page; now: number }) {
  const { name, posts, postsAbout, followers } = topic
  const when = broadcast && sayShowing(broadcast, now)
  return (
    <View className="row row--top gap-12">
      <View className="grow">
        <View className="t20 bold">#{name}</View>
        <View className="t12 secondary mt-4">
          {postsAbout ? '约 ' : ''}
          {posts} 条讨论 · <Text className="nowrap">{followers} 人关注</Text>
          {when === null ? null : (
            <>
              {' · '}
              <Text className="nowrap">{when}</Text>
            </>
          )}
        </View>
      </View>
      {broadcast ? <TopicPicture broadcast={broadcast} now={now} /> : null}
    </View>
  )
}

function TopicCard({ page, now }: { page: Page; now: number }) {
  const { topicId, following, rank, heat, history } = page.topic
  const follow = useCommand(api.forum.followTopic, {
    outdates: [api.forum.openTopic, api.forum.openFollowing],
  })
  return (
    <Card>
      <Head page={page} now={now} />
      <View className="topic__heat">
        <View>
          <View className="row gap-12">
            <View className="t28 bold">{Math.round(heat)}</View>
            <Sparkline values={history} label={`过去 ${history.length} 小时的热度`} />
          </View>
          <View className="t12 secondary">{rank === null ? '热度，还没上榜' : `热度，热榜第 ${rank}`}</View>
        </View>
        <Button
          kind={following ? 'secondary' : 'primary'}
          size="small"
          onTap={() => follow.run({ topicId, following: !following })}
        >
          {following ? '已关注' : '关注'}
        </Button>
      </View>
    </Card>
  )
}

/** What a board has put on top, also for whoever comes by the topic, and the broadcast that belongs to it. */
function OnTopCard({ page, offsetMs }: { page: Page; offsetMs: number }) {
  const { onTop, broadcast } = page
  if (onTop.length === 0 && !broadcast) return null
  return (
    <Card padding="none" className="mt-12">
      {onTop.map(({ postId, title, official }) => (
        <ListRow
          key={postId}
          plain
          lead={<Badge icon="tack">{official ? '公告' : '置顶'}</Badge>}
          title={title}
          onTap={() => openPage('forum/post', { postId })}
        />
      ))}
      {broadcast ? <TopicBroadcast broadcast={broadcast} offsetMs={offsetMs} /> : null}
    </Card>
  )
}

/** Where nothing stands below: what is on top is already there to be read. */
function noneSaid(sort: Sort, page: Page | undefined): string {
  if (page && page.onTop.length > 0) return '别的还没有'
  return sort === 'official' ? '官方还没有说话' : '还没有人说话'
}

/** A topic: how hot it is, and what is said about it. */
export default function TopicPage() {
  const { topicId = '' } = usePageParams()
  const [sort, setSort] = useState<Sort>('hot')
  const query = usePagesOf(api.forum.openTopic, { topicId, sort })
  const now = usePostPages(query)
  const multiplier = useMultiplier('forum.post', query.data?.pages[0]?.happyHour ?? null, now)
  const { dataUpdatedAt } = query
  const offsetMs = clockOffsetMs({ data: query.data?.pages[0], dataUpdatedAt })
  return (
    <Screen nav={<Nav title="话题" />} query={query} skeleton={<PostSkeleton />}>
      {({ pages }) => (
        <>
          <View className="pad topic__head">
            {pages[0] ? <TopicCard page={pages[0]} now={now} /> : null}
            {pages[0] ? <OnTopCard page={pages[0]} offsetMs={offsetMs} /> : null}
          </View>
          <Segments segments={sorts} value={sort} onChange={setSort} />
          {pages.every(page => page.posts.length === 0) ? (
            <View className="topic__none">{noneSaid(sort, pages[0])}</View>
          ) : (
            <PostPages pages={pages} now={now} query={query} />
          )}
          {pages[0] ? <JoinTopicButton name={pages[0].topic.name} multiplier={multiplier} /> : null}
        </>
      )}
    </Screen>
  )
}
