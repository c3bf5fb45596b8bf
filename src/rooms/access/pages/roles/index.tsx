import { type Role, roles } from '@domain/access/roles'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, usePullToRefresh, useQueryOf, useSession } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { Chip, ChipRow } from '@/ui/chip/Chip'
import { useSettled } from '@/ui/field/useSettled'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SearchField } from '@/ui/searchField/SearchField'
import { Sheet } from '@/ui/sheet/Sheet'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { type HoldingOrder, holdingOrders, holdingsOf } from '../../holdings'
import { type Held as HeldRole, RevokeSheet } from '../../RevokeSheet'
import { GrantSheet } from './GrantSheet'
import { Holders } from './Holders'
import './roles.scss'

type Desk = Output<typeof api.access.openRoleDesk>

interface FindProps {
  shown: Role | undefined
  order: HoldingOrder
  onShow: (role?: Role) => void
  onOrder: (order: HoldingOrder) => void
}

const roleNames = Object.entries(roles).map(([key, { zh }]) => ({ role: key as Role, name: zh }))

/** Of which role, and what comes first. */
function Find({ shown, order, onShow, onOrder }: FindProps) {
  const [choosing, setChoosing] = useState(false)
  return (
    <>
      <ChipRow>
        {shown ? (
          <Chip soft label={`不再只看${roles[shown].zh}`} onTap={() => onShow()}>
            {roles[shown].zh} ×
          </Chip>
        ) : (
          <Chip label="按角色找" onTap={() => setChoosing(true)}>
            角色
          </Chip>
        )}
        {holdingOrders.map(({ key, text }) => (
          <Chip key={key} on={key === order} onTap={() => onOrder(key)}>
            {text}
          </Chip>
        ))}
      </ChipRow>
      <Sheet open={choosing} title="哪个角色" onClose={() => setChoosing(false)}>
        <View className="roles__choice">
          {roleNames.map(({ role, name }) => (
            <Chip
              key={role}
              onTap={() => {
                onShow(role)
                setChoosing(false)
              }}
            >
              {name}
            </Chip>
          ))}
        </View>
      </Sheet>
    </>
  )
}

function Held({ desk, shown, order }: { desk: Desk; shown: Role | undefined; order: HoldingOrder }) {
  const { me } = useSession()
  const [giving, setGiving] = useState(false)
  const [taking, setTaking] = useState<HeldRole>()
  const { holders, grantable, more } = desk
  return (
    <View className="roles">
      <View className="pad roles__head">
        <View className="grow">
          <View className="t28 bold">
            {holders.length}
            {more ? '+' : ''} 位同事
          </View>
          <View className="t12 secondary">每次授予和收回都留在操作记录里</View>
        </View>
        <Button size="small" onTap={() => setGiving(true)}>
          授予角色
        </Button>
      </View>
      <View className="pad">
        <Card padding="none">
          <Holders
            holdings={holdingsOf(holders, { role: shown, order })}
            mine={grantable.map(({ role }) => role)}
            without={me?.employeeId}
            onTake={setTaking}
          />
          {holders.length === 0 ? <View className="pad t14 secondary">没有找到有角色的同事</View> : null}
        </Card>
      </View>
      <GrantSheet open={giving} onClose={() => setGiving(false)} grantable={grantable} now={desk.now} />
      <RevokeSheet held={taking} onClose={() => setTaking(undefined)} />
    </View>
  )
}

/** 角色与权限: who holds which role, given with a scope and an end, taken with a reason. */
export default function RolesPage() {
  const [typed, setTyped] = useState('')
  const [shown, setShown] = useState<Role>()
  const [order, setOrder] = useState<HoldingOrder>('name')
  const text = useSettled(typed.trim())
  const query = useQueryOf(
    api.access.openRoleDesk,
    { text, ...(shown ? { role: shown } : {}) },
    { staleMs: 0, kept: false },
  )
  usePullToRefresh(query.refetch)
  return (
    <Screen
      nav={<Nav title="角色与权限" />}
      side={<DeskMenu here="access/roles" />}
      header={
        <View className="roles roles__find">
          <SearchField value={typed} placeholder="姓名、拼音或员工编号" onChange={setTyped} />
          <Find shown={shown} order={order} onShow={setShown} onOrder={setOrder} />
        </View>
      }
      query={query}
      skeleton={<SkeletonRows count={6} leadPx={40} roundLead />}
    >
      {desk => <Held desk={desk} shown={shown} order={order} />}
    </Screen>
  )
}
