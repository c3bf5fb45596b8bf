import { api, usePagesOf } from '@/api'
import { openPage } from '@/rooms/open'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { PostPages } from '../../components/PostPages'
import { PostSkeleton } from '../../components/PostSkeleton'
import { usePostPages } from '../../usePostPages'

export default function MyPostsPage() {
  const mine = usePagesOf(api.forum.listMine, {})
  const now = usePostPages(mine)
  return (
    <Screen
      nav={<Nav title="我的帖子" />}
      query={mine}
      skeleton={<PostSkeleton />}
      isEmpty={({ pages }) => pages.every(page => page.posts.length === 0)}
      empty={{
        title: '你还没有发过帖',
        sentence: '发一帖就有沃币，Happy Hour 里还会翻倍。',
        action: { label: '写第一帖', onTap: () => openPage('forum/compose') },
      }}
    >
      {({ pages }) => <PostPages pages={pages} now={now} query={mine} />}
    </Screen>
  )
}
