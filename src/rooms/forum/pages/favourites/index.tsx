import Taro from '@tarojs/taro'
import { api, usePagesOf } from '@/api'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { PostPages } from '../../components/PostPages'
import { PostSkeleton } from '../../components/PostSkeleton'
import { usePostPages } from '../../usePostPages'

/** What I keep. A star that is taken away leaves the list with its next answer, so that a slip can be put right. */
export default function FavouritesPage() {
  const kept = usePagesOf(api.forum.listFavourites, {})
  const now = usePostPages(kept)
  return (
    <Screen
      nav={<Nav title="我的收藏" />}
      query={kept}
      skeleton={<PostSkeleton />}
      isEmpty={({ pages }) => pages.every(page => page.posts.length === 0)}
      empty={{
        title: '还没有收藏',
        sentence: '看到想留着的帖子，点一下星标，就在这里等你。',
        action: { label: '去沃谈会看看', onTap: () => void Taro.switchTab({ url: '/pages/fun/index' }) },
      }}
    >
      {({ pages }) => <PostPages pages={pages} now={now} query={kept} />}
    </Screen>
  )
}
