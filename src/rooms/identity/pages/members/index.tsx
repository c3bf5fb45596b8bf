import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, usePagesOf } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { Face } from '@/rooms/Face'
import { openPage } from '@/rooms/open'
import { usePagedScreen } from '@/rooms/usePagedScreen'
import { tappable } from '@/ui/a11y/tappable'
import { Badge } from '@/ui/badge/Badge'
import { Card } from '@/ui/card/Card'
import { Chip, ChipRow } from '@/ui/chip/Chip'
import { useSettled } from '@/ui/field/useSettled'
import { Icon } from '@/ui/icon/Icon'
import { ListEnd } from '@/ui/listEnd/ListEnd'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SearchField } from '@/ui/searchField/SearchField'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import './members.scss'

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

/** A block on a phone, a row of the table in a wide window. */
function Row({ member }: { member: Member }) {
  const { employeeId, name, department, site, roles } = member
  return (
    <View
      className="members__row members__row--one"
      {...tappable()}
      hoverClass="pressed"
      onClick={() => openPage('identity/member', { employeeId })}
    >
      <Face of={member} size={40} />
      <View className="members__cells">
        <View className="members__cell members__name">{name}</View>
        <View className="members__cell members__id">{employeeId}</View>
        <View className="members__cell members__place">
          {site} · {department}
        </View>
        <View className="members__cell members__roles">{roles.join('、')}</View>
      </View>
      <View className="members__standing">{standing(member)}</View>
      <Icon name="next" size={16} />
    </View>
  )
}

function HeadRow() {
  return (
    <View className="members__row members__row--head">
      <View className="members__cells">
        <View className="members__cell members__name">姓名</View>
        <View className="members__cell members__id">编号</View>
        <View className="members__cell members__place">园区和部门</View>
        <View className="members__cell members__roles">角色</View>
      </View>
      <View className="members__standing">状态</View>
    </View>
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
        <View className="members__find">
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
        <View className="pad members">
          <Card padding="none">
            <HeadRow />
            {loaded.flatMap(({ members }) =>
              members.map(member => <Row key={member.employeeId} member={member} />),
            )}
          </Card>
          <ListEnd of={pages} />
        </View>
      )}
    </Screen>
  )
}
