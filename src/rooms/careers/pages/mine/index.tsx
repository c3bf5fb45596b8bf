import { View } from '@tarojs/components'
import { api, usePagesOf, useRefreshOnShow } from '@/api'
import { openPage } from '@/rooms/open'
import { usePagedScreen } from '@/rooms/usePagedScreen'
import { ListEnd } from '@/ui/listEnd/ListEnd'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { MineCard } from './MineCard'

/** Whom I recommended and what I applied for. Somebody else's name and number: not kept on the phone. */
export default function MinePage() {
  const pages = usePagesOf(api.careers.listMine, {}, { staleMs: 0, kept: false })
  const query = usePagedScreen(pages)
  useRefreshOnShow(pages)
  return (
    <Screen
      nav={<Nav title="推荐和申请" />}
      query={query}
      skeleton={<SkeletonRows count={3} leadPx={0} />}
      isEmpty={all => all.every(({ candidates }) => candidates.length === 0)}
      empty={{
        title: '还没有推荐过朋友',
        sentence: '看到合适的职位，想想身边的人。',
        action: { label: '看职位', onTap: () => openPage('careers/positions') },
      }}
    >
      {all => (
        <View className="pad column gap-12">
          {all.flatMap(({ candidates, now }) =>
            candidates.map(mine => <MineCard key={mine.candidateId} mine={mine} now={now} />),
          )}
          <ListEnd of={pages} />
        </View>
      )}
    </Screen>
  )
}
