import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, usePagesOf } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { openPage } from '@/rooms/open'
import { usePagedScreen } from '@/rooms/usePagedScreen'
import { Avatar } from '@/ui/avatar/Avatar'
import { Badge } from '@/ui/badge/Badge'
import { Card } from '@/ui/card/Card'
import { Chip, ChipRow } from '@/ui/chip/Chip'
import { useSettled } from '@/ui/field/useSettled'
import { ListEnd } from '@/ui/listEnd/ListEnd'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SearchField } from '@/ui/searchField/SearchField'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'

type Member = Output<typeof api.identity.findMembers>['members'][number]
type Status = Member['status']

const TYPING_REST_MS = 250
const statuses = [
  { key: 'active', text: '在职' },
  { key: 'left', text: '已离职' },
] as const

function standing({ status, registered, mutedUntil }: Member) {
  if (status === 'left') return <Badge>已离职</Badge>
  if (mutedUntil !== null) return <Badge tone="bad">停言中</Badge>
  return registered ? null : <Badge>还没登记</Badge>
}

function Row({ member }: { member: Member }) {
  const { employeeId, name, department, site, roles } = member
  return (
    <ListRow
      lead={<Avatar name={name} size={40} />}
      title={name}
      meta={[`${employeeId} · ${site} · ${department}`, ...(roles.length > 0 ? [roles.join('、')] : [])]}
      end={standing(member)}
      onTap={() => openPage('identity/member', { employeeId })}
    />
  )
}

interface FilterProps {
  status: Status
  onStatus: (status: Status) => void
  /** The departments that the caller heads; null: the whole company. */
  departments: readonly string[] | null
  department: string
  onDepartment: (department: string) => void
}

function Filters({ status, onStatus, departments, department, onDepartment }: FilterProps) {
  const shown = departments?.includes(department) ? department : departments?.[0]
  return (
    <ChipRow>
      {statuses.map(({ key, text }) => (
        <Chip key={key} on={key === status} onTap={() => onStatus(key)}>
          {text}
        </Chip>
      ))}
      {departments?.map(one => (
        <Chip key={one} soft={one === shown} onTap={() => onDepartment(one)}>
          {one}
        </Chip>
      ))}
    </ChipRow>
  )
}

/** 员工: everybody of the roster, or of the departments that one heads. */
export default function MembersPage() {
  const [typed, setTyped] = useState('')
  const [status, setStatus] = useState<Status>('active')
  const [department, setDepartment] = useState('')
  const text = useSettled(typed.trim(), TYPING_REST_MS)
  const pages = usePagesOf(
    api.identity.findMembers,
    { text, status, ...(department ? { department } : {}) },
    { staleMs: 0, kept: false },
  )
  const screen = usePagedScreen(pages)
  const departments = pages.data?.pages[0]?.departments ?? null
  return (
    <Screen
      nav={<Nav title="员工" />}
      side={<DeskMenu here="identity/members" />}
      header={
        <View className="pad column gap-8">
          <SearchField value={typed} placeholder="姓名、拼音或员工编号" onChange={setTyped} />
          <Filters
            {...{ status, departments, department }}
            onStatus={setStatus}
            onDepartment={setDepartment}
          />
        </View>
      }
      query={screen}
      skeleton={<SkeletonRows count={8} leadPx={40} />}
      isEmpty={loaded => loaded.every(({ members }) => members.length === 0)}
      empty={{ title: '没有找到', sentence: '换个写法试试：全拼、首字母、员工编号都行。' }}
    >
      {loaded => (
        <View className="pad">
          <Card padding="none">
            {loaded.flatMap(({ members }) =>
              members.map(member => <Row key={member.employeeId} member={member} />),
            )}
          </Card>
          <ListEnd
            more={pages.hasNextPage}
            loading={pages.isFetchingNextPage}
            failed={pages.isFetchNextPageError}
            onRetry={() => void pages.fetchNextPage()}
          />
        </View>
      )}
    </Screen>
  )
}
