import { View } from '@tarojs/components'
import { api, type Output, useEndlessPages, usePagesOf, usePullToRefresh, useRefreshFromTop } from '@/api'
import { openPage } from '@/rooms/open'
import { Card } from '@/ui/card/Card'
import { ListEnd } from '@/ui/listEnd/ListEnd'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'

type Liked = Output<typeof api.forum.listLiked>['liked'][number]

/** "韩冬、唐若溪等 5 位同事赞了帖子" */
export function sayWho({ kind, likes, names }: Pick<Liked, 'kind' | 'likes' | 'names'>): string {
  const what = kind === 'post' ? '帖子' : '评论'
  if (names.length === 0) return `${likes} 位同事赞了${what}`
  const who = names.join('、')
  return likes > names.length ? `${who}等 ${likes} 位同事赞了${what}` : `${who}赞了${what}`
}

/** 获赞: what colleagues like of mine, the last liked first. */
export default function LikedPage() {
  const liked = usePagesOf(api.forum.listLiked, {})
  usePullToRefresh(useRefreshFromTop(liked.queryKey, liked))
  useEndlessPages(liked)
  return (
    <Screen
      nav={<Nav title="获赞" />}
      query={liked}
      skeleton={<SkeletonRows leadPx={24} />}
      isEmpty={({ pages }) => pages.every(page => page.liked.length === 0)}
      empty={{
        title: '还没有收到赞',
        sentence: '写点大家用得上的，赞会来的。',
        action: { label: '写一帖', onTap: () => openPage('forum/compose') },
      }}
    >
      {({ pages }) => (
        <View className="pad">
          <Card padding="none">
            {pages
              .flatMap(page => page.liked)
              .map(one => (
                <ListRow
                  key={`${one.kind}.${one.id}`}
                  lead="heart"
                  title={<View className="clamp-2">{one.text}</View>}
                  meta={sayWho(one)}
                  onTap={() => openPage('forum/post', { postId: one.postId })}
                />
              ))}
          </Card>
          <ListEnd of={liked} />
        </View>
      )}
    </Screen>
  )
}
