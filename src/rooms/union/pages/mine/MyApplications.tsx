import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { ReactNode } from 'react'
import { api, fileUrl, usePagesOf, useRefreshOnShow } from '@/api'
import { openPage } from '@/rooms/open'
import { usePagedScreen } from '@/rooms/usePagedScreen'
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
  const pages = usePagesOf(api.union.listMyApplications, {}, { staleMs: 0 })
  useRefreshOnShow(pages)
  const screen = usePagedScreen(pages)
  return (
    <Screen
      nav={nav}
      header={header}
      query={screen}
      skeleton={<SkeletonRows count={4} leadPx={48} />}
      isEmpty={loaded => loaded.every(({ applications }) => applications.length === 0)}
      empty={{
        title: '还没有加入协会',
        sentence: '找一个喜欢的协会，和会长说一句话就好。',
        action: { label: '看看协会', onTap: () => Taro.switchTab({ url: '/pages/fun/index' }) },
      }}
    >
      {loaded => (
        <View className="pad">
          <Card padding="none">
            {loaded.flatMap(({ applications, now }) =>
              applications.map(
                ({ membershipId, associationName, associationCoverFileId, appliedAt, state }) => (
                  <ListRow
                    key={membershipId}
                    lead={<Picture src={fileUrl(associationCoverFileId)} alt="" width={48} />}
                    title={associationName}
                    meta={
                      <>
                        {sayWhen(appliedAt, now)} <Text className="nowrap">申请</Text>
                      </>
                    }
                    end={<Badge tone={stateTones[state]}>{stateWords[state]}</Badge>}
                    onTap={() => openPage('union/application', { membershipId })}
                  />
                ),
              ),
            )}
          </Card>
        </View>
      )}
    </Screen>
  )
}
