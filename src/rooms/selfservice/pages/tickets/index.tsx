import { View } from '@tarojs/components'
import { api, usePagesOf, useRefreshOnShow } from '@/api'
import { openPage } from '@/rooms/open'
import { usePagedScreen } from '@/rooms/usePagedScreen'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { ListEnd } from '@/ui/listEnd/ListEnd'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { TicketListRow } from '../../TicketListRow'

/** 行政支持: what I have asked for, and asking for more. */
export default function TicketsPage() {
  const pages = usePagesOf(api.selfservice.listTickets, {}, { staleMs: 0 })
  const query = usePagedScreen(pages)
  useRefreshOnShow(pages)
  return (
    <Screen
      nav={<Nav title="行政支持" />}
      query={query}
      skeleton={<SkeletonRows count={5} leadPx={24} />}
      isEmpty={all => all.every(({ tickets }) => tickets.length === 0)}
      empty={{ title: '还没有提过', sentence: '灯坏了、缺用品、来访客，都可以在这里说一声。' }}
      bar={
        <BottomBar consequence="提过的都在这里">
          <Button onTap={() => openPage('selfservice/newTicket')}>提一件</Button>
        </BottomBar>
      }
    >
      {all => (
        <View className="pad">
          <Card padding="none">
            {all.flatMap(({ tickets, now }) =>
              tickets.map(ticket => (
                <TicketListRow
                  key={ticket.ticketId}
                  ticket={ticket}
                  now={now}
                  onTap={() => openPage('selfservice/ticket', { ticketId: ticket.ticketId })}
                />
              )),
            )}
          </Card>
          <ListEnd
            more={pages.hasNextPage}
            loading={pages.isFetchingNextPage}
            failed={pages.isError}
            onRetry={() => void pages.fetchNextPage()}
            words="都在这里了"
          />
        </View>
      )}
    </Screen>
  )
}
