import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { ReactNode } from 'react'
import { api, fileUrl, usePullToRefresh, useQueryOf } from '@/api'
import { openPage } from '@/rooms/open'
import { Badge } from '@/ui/badge/Badge'
import { Card } from '@/ui/card/Card'
import { sayWhen } from '@/ui/clock/moment'
import { ListRow } from '@/ui/listRow/ListRow'
import { Picture } from '@/ui/picture/Picture'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { stateTones, stateWords } from '../../trail'

export interface MineProps {
  nav: ReactNode
  header: ReactNode
}

/** Where I have asked to join. */
export function MyApplications({ nav, header }: MineProps) {
  const query = useQueryOf(api.union.listMyApplications, {})
  usePullToRefresh(query.refetch)
  return (
    <Screen
      nav={nav}
      header={header}
      query={query}
      skeleton={<SkeletonRows count={4} leadPx={48} />}
      isEmpty={({ applications }) => applications.length === 0}
      empty={{
        title: '还没有申请过',
        sentence: '找一个喜欢的协会，和会长说一句话就好。',
        action: { label: '看看协会', onTap: () => Taro.switchTab({ url: '/pages/fun/index' }) },
      }}
    >
      {({ applications, now }) => (
        <View className="pad">
          <Card padding="none">
            {applications.map(
              ({ membershipId, associationName, associationCoverFileId, appliedAt, state }) => (
                <ListRow
                  key={membershipId}
                  lead={<Picture src={fileUrl(associationCoverFileId)} alt="" width={48} />}
                  title={associationName}
                  meta={`${sayWhen(appliedAt, now)} 申请`}
                  end={<Badge tone={stateTones[state]}>{stateWords[state]}</Badge>}
                  onTap={() => openPage('union/application', { membershipId })}
                />
              ),
            )}
          </Card>
        </View>
      )}
    </Screen>
  )
}
