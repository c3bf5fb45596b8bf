import type { TicketColumn } from '@domain/selfservice/ticket'
import { ticketLimits } from '@domain/selfservice/ticketLimits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, useCommand, usePagesOf, useRefreshOnShow } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { openPage } from '@/rooms/open'
import { usePagedScreen } from '@/rooms/usePagedScreen'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { Checkbox } from '@/ui/checkbox/Checkbox'
import { Chip, ChipRow } from '@/ui/chip/Chip'
import { ListEnd } from '@/ui/listEnd/ListEnd'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { Sheet } from '@/ui/sheet/Sheet'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { toast } from '@/ui/toast/store'
import { TicketListRow } from '../../TicketListRow'
import { type TicketRow, ticketQueries } from '../../ticketWords'

type Board = Output<typeof api.selfservice.openTicketBoard>
type Whose = 'all' | 'mine' | 'unassigned'

const columns: { key: TicketColumn; name: string }[] = [
  { key: 'incoming', name: '等人接' },
  { key: 'working', name: '处理中' },
  { key: 'asking', name: '等对方' },
  { key: 'done', name: '等确认' },
  { key: 'over', name: '已结束' },
]
const whoses: { key: Whose; name: string }[] = [
  { key: 'all', name: '全部' },
  { key: 'mine', name: '我的' },
  { key: 'unassigned', name: '没人接的' },
]

function Filters(props: {
  column: TicketColumn
  whose: Whose
  counts: Board['counts'] | undefined
  onColumn: (column: TicketColumn) => void
  onWhose: (whose: Whose) => void
}) {
  const { column, whose, counts } = props
  const countOf = (key: TicketColumn) =>
    counts && (key === 'incoming' || key === 'working' || key === 'asking') ? ` ${counts[key]}` : ''
  return (
    <>
      <ChipRow>
        {columns.map(({ key, name }) => (
          <Chip key={key} on={key === column} onTap={() => props.onColumn(key)}>
            {name}
            {countOf(key)}
          </Chip>
        ))}
      </ChipRow>
      <ChipRow>
        {whoses.map(({ key, name }) => (
          <Chip key={key} on={key === whose} onTap={() => props.onWhose(key)}>
            {name}
          </Chip>
        ))}
      </ChipRow>
    </>
  )
}

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
      {pages.flatMap(({ tickets, now }) =>
        tickets.map(ticket => (
          <View key={ticket.ticketId}>
            <TicketListRow
              ticket={ticket}
              now={now}
              handling
              onTap={() => openPage('selfservice/ticket', { ticketId: ticket.ticketId })}
            />
            {mayGive ? (
              <View className="pad">
                <Checkbox
                  checked={chosen.includes(ticket.ticketId)}
                  onChange={on => onToggle(ticket.ticketId, on)}
                >
                  选上一起分派
                </Checkbox>
              </View>
            ) : null}
          </View>
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
  const [column, setColumn] = useState<TicketColumn>('incoming')
  const [whose, setWhose] = useState<Whose>('all')
  const { chosen, clear, toggle, give } = useGiving()
  const pages = usePagesOf(api.selfservice.openTicketBoard, { column, whose }, { staleMs: 0 })
  const query = usePagedScreen(pages)
  useRefreshOnShow(pages)
  const first = query.data?.[0]
  const tickets = query.data?.flatMap(page => page.tickets) ?? []
  const picked = tickets.filter(({ ticketId }) => chosen.includes(ticketId))
  const show = (key: TicketColumn) => {
    setColumn(key)
    clear()
  }
  return (
    <Screen
      nav={<Nav title="行政工单" />}
      side={<DeskMenu here="selfservice/ticketBoard" />}
      header={
        <Filters column={column} whose={whose} counts={first?.counts} onColumn={show} onWhose={setWhose} />
      }
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
