import { broadcastTable } from '@domain/live/broadcast'
import { View } from '@tarojs/components'
import { api, fileUrl, type Output, usePagesOf, useRefreshOnShow } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { openPage } from '@/rooms/open'
import { usePagedScreen } from '@/rooms/usePagedScreen'
import { Badge } from '@/ui/badge/Badge'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Picture } from '@/ui/picture/Picture'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { sayMoment } from '../../words'

type Row = Output<typeof api.live.openDesk>['broadcasts'][number]

function sayPeople({ status, reminders, viewers }: Row): string {
  if (viewers > 0) return `${viewers} 位看过`
  return status === 'draft' ? '还没有发布' : `${reminders} 位预约`
}

/** 直播主理: every broadcast, what is to come on top. */
export default function DeskPage() {
  const pages = usePagesOf(api.live.openDesk, {}, { staleMs: 0, kept: false })
  const query = usePagedScreen(pages)
  useRefreshOnShow(pages)
  return (
    <Screen
      nav={<Nav title="直播" />}
      side={<DeskMenu here="live/desk" />}
      query={query}
      skeleton={<SkeletonRows count={5} />}
      isEmpty={([page]) => !page || page.broadcasts.length === 0}
      empty={{ title: '还没有办过直播', sentence: '先写一场，发布以前只有主理看得到。' }}
      bar={
        pages.data ? (
          <BottomBar>
            <Button onTap={() => openPage('live/edit')}>办一场直播</Button>
          </BottomBar>
        ) : null
      }
    >
      {all => (
        <View className="pad mt-8">
          <Card padding="none">
            {all
              .flatMap(page => page.broadcasts)
              .map(row => (
                <ListRow
                  key={row.broadcastId}
                  lead={<Picture src={fileUrl(row.coverFileId)} alt="" width={56} height={40} />}
                  title={<View className="clamp-1">{row.title}</View>}
                  meta={`${sayMoment(row.startsAt, all[0]?.now ?? 0)} · ${sayPeople(row)}`}
                  end={
                    <Badge tone={row.status === 'live' ? 'accent' : 'neutral'}>
                      {broadcastTable[row.status].zh}
                    </Badge>
                  }
                  onTap={() => openPage('live/run', { broadcastId: row.broadcastId })}
                />
              ))}
          </Card>
        </View>
      )}
    </Screen>
  )
}
