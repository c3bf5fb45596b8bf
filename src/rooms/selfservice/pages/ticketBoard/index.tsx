import { ticketLimits } from '@domain/selfservice/ticketLimits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, useCommand, usePagesOf, useRefreshOnShow } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { openPage } from '@/rooms/open'
import { usePagedScreen } from '@/rooms/usePagedScreen'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { Checkbox } from '@/ui/checkbox/Checkbox'
import { ListEnd } from '@/ui/listEnd/ListEnd'
import { ListHead } from '@/ui/listRow/ListHead'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { Sheet } from '@/ui/sheet/Sheet'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { toast } from '@/ui/toast/store'
import { TicketListRow } from '../../TicketListRow'
import { type TicketRow, ticketQueries } from '../../ticketWords'
import { type Board, Filters, type Wanted } from './Filters'

interface RowsProps {
  pages: readonly Board[]
  chosen: readonly string[]
  mayGive: boolean
  onToggle: (ticketId: string, on: boolean) => void
}

/** The tickets of a column; where they can be given away, each with a mark to do so together. */
function Rows({ pages, chosen, mayGive, onToggle }: RowsProps) {
  return (
    <Card padding="none">
      <ListHead
        names={['什么事', '在哪儿', '谁、什么时候', '谁在办']}
        end="状态"
        leadPx={mayGive ? 32 : 24}
        chevron
      />
      {pages.flatMap(({ tickets, now }) =>
        tickets.map(ticket => (
          <TicketListRow
            key={ticket.ticketId}
            ticket={ticket}
            now={now}
            handling
            mark={
              mayGive ? (
                <Checkbox
                  shape="round"
                  label={`选上「${ticket.title}」一起分派`}
                  checked={chosen.includes(ticket.ticketId)}
                  onChange={on => onToggle(ticket.ticketId, on)}
                />
              ) : undefined
            }
            onTap={() => openPage('selfservice/ticket', { ticketId: ticket.ticketId })}
          />
        )),
      )}
    </Card>
  )
}

/** Which tickets are chosen, and giving all of them to one colleague. */
function useGiving() {
  const [chosen, setChosen] = useState<readonly string[]>([])
  const give = useCommand(api.selfservice.assignTickets, {
    outdates: ticketQueries,
    onDone: ({ assigned, skipped }) => {
      setChosen([])
      const left = skipped.length === 0 ? '' : `，${skipped.length} 件没动`
      toast.show(`交出去 ${assigned.length} 件${left}`)
    },
  })
  return {
    chosen,
    clear: () => setChosen([]),
    toggle: (ticketId: string, on: boolean) =>
      setChosen(before => (on ? [...before, ticketId] : before.filter(one => one !== ticketId))),
    give: (tickets: readonly TicketRow[], handlerId: string) => {
      const known = tickets.slice(0, ticketLimits.batchMax)
      return give.run({ tickets: known.map(({ ticketId, version }) => ({ ticketId, version })), handlerId })
    },
  }
}

interface BarProps {
  picked: readonly TicketRow[]
  first: Board | undefined
  onGive: (handlerId: string) => unknown
}

function BoardBar({ picked, first, onGive }: BarProps) {
  const [giving, setGiving] = useState(false)
  const overdue = `超时 ${first?.counts.overdue ?? 0} 件`
  return (
    <>
      <BottomBar consequence={picked.length > 0 ? `选了 ${picked.length} 件` : overdue}>
        {picked.length > 0 ? (
          <Button onTap={() => setGiving(true)}>一起分派</Button>
        ) : (
          <>
            <Button kind="secondary" onTap={() => openPage('selfservice/ticketCategories')}>
              类别
            </Button>
            <Button kind="secondary" onTap={() => openPage('selfservice/ticketFigures')}>
              看数据
            </Button>
          </>
        )}
      </BottomBar>
      <Sheet open={giving} title="交给谁" onClose={() => setGiving(false)} note="别人刚动过的那几件会留着">
        {(first?.handlers ?? []).map(({ employeeId, name, site }) => (
          <ListRow
            key={employeeId}
            lead="person"
            title={name}
            meta={site}
            onTap={() => {
              setGiving(false)
              void onGive(employeeId)
            }}
          />
        ))}
      </Sheet>
    </>
  )
}

/** The board of the administrator: the longest overdue first, in batches where that helps. */
export default function TicketBoardPage() {
  const [wanted, setWanted] = useState<Wanted>({ column: 'incoming', whose: 'all' })
  const { column } = wanted
  const { chosen, clear, toggle, give } = useGiving()
  const pages = usePagesOf(api.selfservice.openTicketBoard, wanted, { staleMs: 0 })
  const query = usePagedScreen(pages)
  useRefreshOnShow(pages)
  const first = query.data?.[0]
  const tickets = query.data?.flatMap(page => page.tickets) ?? []
  const picked = tickets.filter(({ ticketId }) => chosen.includes(ticketId))
  const show = (next: Partial<Wanted>) => {
    setWanted({ ...wanted, ...next })
    clear()
  }
  return (
    <Screen
      nav={<Nav title="行政工单" />}
      side={<DeskMenu here="selfservice/ticketBoard" />}
      header={<Filters wanted={wanted} first={first} onChange={show} />}
      query={query}
      skeleton={<SkeletonRows count={5} leadPx={24} />}
      isEmpty={() => tickets.length === 0}
      empty={{ title: '这里没有工单', sentence: '新提的会出现在「等人接」。' }}
      bar={<BoardBar picked={picked} first={first} onGive={handlerId => give(picked, handlerId)} />}
    >
      {all => (
        <View className="pad">
          <Rows
            pages={all}
            chosen={chosen}
            mayGive={column === 'incoming' || column === 'working'}
            onToggle={toggle}
          />
          <ListEnd of={pages} words="都在这里了" />
        </View>
      )}
    </Screen>
  )
}
