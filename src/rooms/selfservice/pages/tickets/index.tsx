import { View } from '@tarojs/components'
import { api, type Output, usePagesOf, useRefreshOnShow } from '@/api'
import { openPage } from '@/rooms/open'
import { usePagedScreen } from '@/rooms/usePagedScreen'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { ListEnd } from '@/ui/listEnd/ListEnd'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { TicketListRow } from '../../TicketListRow'
import type { TicketRow } from '../../ticketWords'

function Rows({ tickets, now }: { tickets: readonly TicketRow[]; now: number }) {
  return (
    <>
      {tickets.map(ticket => (
        <TicketListRow
          key={ticket.ticketId}
          ticket={ticket}
          now={now}
          onTap={() => openPage('selfservice/ticket', { ticketId: ticket.ticketId })}
        />
      ))}
    </>
  )
}

const hasNone = ({ tickets, followed }: Output<typeof api.selfservice.listTickets>) =>
  tickets.length + followed.length === 0

/** 行政支持: what I have asked for, and asking for more. */
export default function TicketsPage() {
  const pages = usePagesOf(api.selfservice.listTickets, {}, { staleMs: 0 })
  const query = usePagedScreen(pages)
  useRefreshOnShow(pages)
  const isEmpty = query.data?.every(hasNone) ?? true
  return (
    <Screen
      nav={<Nav title="行政支持" />}
      query={query}
      skeleton={<SkeletonRows count={5} leadPx={24} />}
      isEmpty={all => all.every(hasNone)}
      empty={{ title: '还没有提过', sentence: '灯坏了、缺用品、来访客，都可以在这里说一声。' }}
      bar={
        <BottomBar consequence={isEmpty ? undefined : '提过的都在这里'}>
          <Button onTap={() => openPage('selfservice/newTicket')}>提一件</Button>
        </BottomBar>
      }
    >
      {all => (
        <View className="pad column gap-12">
          {all.map(({ followed, now }) =>
            followed.length > 0 ? (
              <Card key={now} padding="none">
                <SectionHeader title="我也是" />
                <Rows tickets={followed} now={now} />
              </Card>
            ) : null,
          )}
          <Card padding="none">
            {all.map(({ tickets, now }) => (
              <Rows key={tickets[0]?.ticketId ?? now} tickets={tickets} now={now} />
            ))}
          </Card>
          <ListEnd of={pages} words="都在这里了" />
        </View>
      )}
    </Screen>
  )
}
