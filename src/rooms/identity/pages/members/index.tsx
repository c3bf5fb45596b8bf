import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, usePagesOf } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { Face } from '@/rooms/Face'
import { openPage } from '@/rooms/open'
import { usePagedScreen } from '@/rooms/usePagedScreen'
import { usePageParams } from '@/rooms/usePageParams'
import { tappable } from '@/ui/a11y/tappable'
import { Badge } from '@/ui/badge/Badge'
import { Card } from '@/ui/card/Card'
import { useSettled } from '@/ui/field/useSettled'
import { Icon } from '@/ui/icon/Icon'
import { ListEnd } from '@/ui/listEnd/ListEnd'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SearchField } from '@/ui/searchField/SearchField'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { Filters } from './Filters'
import { type Filter, sayFound } from './filter'
import './members.scss'

type Member = Output<typeof api.identity.findMembers>['members'][number]

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

/** 员工: everybody of the roster, or of the departments that one heads. */
export default function MembersPage() {
  const { text: sought = '' } = usePageParams()
  const [typed, setTyped] = useState(sought)
  const [filter, setFilter] = useState<Filter>({ status: 'active' })
  const text = useSettled(typed.trim())
  const pages = usePagesOf(api.identity.findMembers, { text, ...filter }, { staleMs: 0, kept: false })
  const screen = usePagedScreen(pages)
  const first = pages.data?.pages[0]
  return (
    <Screen
      nav={<Nav title="员工" />}
      side={<DeskMenu here="identity/members" />}
      header={
        <View className="members__find">
          <SearchField
            value={typed}
            placeholder={first?.departments ? '姓名、拼音或员工编号' : '姓名、编号或部门'}
            onChange={setTyped}
          />
          <Filters filter={filter} departments={first?.departments} onChange={setFilter} />
        </View>
      }
      query={screen}
      skeleton={<SkeletonRows count={8} leadPx={40} />}
      isEmpty={loaded => loaded.every(({ members }) => members.length === 0)}
      empty={{ title: '没有找到', sentence: '换个写法试试：全拼、首字母、员工编号、部门都行。' }}
    >
      {loaded => (
        <View className="pad members">
          <View className="t12 secondary members__total">{sayFound(loaded[0])}</View>
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
