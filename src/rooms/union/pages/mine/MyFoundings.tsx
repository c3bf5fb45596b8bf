import { View } from '@tarojs/components'
import { api, useEndlessPages, usePagesOf, usePullToRefresh, useRefreshFromTop } from '@/api'
import { openPage } from '@/rooms/open'
import { Badge } from '@/ui/badge/Badge'
import { Card } from '@/ui/card/Card'
import { sayWhen } from '@/ui/clock/moment'
import { ListEnd } from '@/ui/listEnd/ListEnd'
import { ListRow } from '@/ui/listRow/ListRow'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { foundingTitles, foundingTones } from '../../foundingTrail'
import type { MineProps } from './MyApplications'

/** The associations that I have proposed. */
export function MyFoundings({ nav, header }: MineProps) {
  const list = usePagesOf(api.union.listMyFoundings, {}, { staleMs: 0 })
  usePullToRefresh(useRefreshFromTop(list.queryKey, list))
  useEndlessPages(list)
  return (
    <Screen
      nav={nav}
      header={header}
      query={list}
      skeleton={<SkeletonRows count={2} />}
      isEmpty={({ pages }) => pages.every(({ foundings }) => foundings.length === 0)}
      empty={{
        title: '还没有发起过协会',
        sentence: '找几位同好，把时间地点想好，工会一般三天内答复。',
        action: { label: '发起新协会', onTap: () => openPage('union/found') },
      }}
    >
      {({ pages }) => (
        <View className="pad">
          <Card padding="none">
            {pages.flatMap(({ foundings, now }) =>
              foundings.map(({ foundingId, name, createdAt, state }) => (
                <ListRow
                  key={foundingId}
                  title={name}
                  meta={`${sayWhen(createdAt, now)} 提交`}
                  end={<Badge tone={foundingTones[state]}>{foundingTitles[state]}</Badge>}
                  onTap={() => openPage('union/founding', { foundingId })}
                />
              )),
            )}
          </Card>
          <ListEnd of={list} />
        </View>
      )}
    </Screen>
  )
}
