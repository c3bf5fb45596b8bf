import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { api, type Output, useEndlessPages, usePagesOf, usePullToRefresh, useRefreshFromTop } from '@/api'
import { byDay } from '@/rooms/byDay'
import { openPage } from '@/rooms/open'
import { spokenAs } from '@/ui/a11y/spoken'
import { Card } from '@/ui/card/Card'
import { ListEnd } from '@/ui/listEnd/ListEnd'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import '../../ownList.scss'

type Comment = Output<typeof api.forum.listMyComments>['comments'][number]

function CommentRow({ body, likes, post }: Comment) {
  const under = post ? `在「${post.title}」下` : '那篇帖子已经不在了'
  return (
    <ListRow
      title={<View className="clamp-3">{body}</View>}
      plain
      meta={likes > 0 ? `${under} · ${likes} 个赞` : under}
      {...(post ? { onTap: () => openPage('forum/post', { postId: post.postId }) } : {})}
    />
  )
}

/** 我的评论: what I have said, with where. */
export default function MyCommentsPage() {
  const mine = usePagesOf(api.forum.listMyComments, {})
  usePullToRefresh(useRefreshFromTop(mine.queryKey, mine))
  useEndlessPages(mine)
  return (
    <Screen
      nav={<Nav title="我的评论" />}
      query={mine}
      skeleton={<SkeletonRows leadPx={0} />}
      isEmpty={({ pages }) => pages.every(page => page.comments.length === 0)}
      empty={{
        title: '你还没有评论过',
        sentence: '看到有意思的，说一句就有沃币。',
        action: { label: '去沃谈会', onTap: () => Taro.switchTab({ url: '/pages/fun/index' }) },
      }}
    >
      {({ pages }) => (
        <View className="pad">
          {byDay(
            pages.flatMap(page => page.comments),
            comment => comment.postedAt,
            pages[0]?.now ?? 0,
          ).map(day => (
            <View key={day.on}>
              <View className="own-list__day" {...spokenAs('heading', 2)}>
                {day.label}
              </View>
              <Card padding="none">
                {day.items.map(comment => (
                  <CommentRow key={comment.commentId} {...comment} />
                ))}
              </Card>
            </View>
          ))}
          <ListEnd of={mine} />
        </View>
      )}
    </Screen>
  )
}
