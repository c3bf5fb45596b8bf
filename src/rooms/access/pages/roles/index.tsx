import type { Role } from '@domain/access/roles'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, usePullToRefresh, useQueryOf, useSession } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { Chip, ChipRow } from '@/ui/chip/Chip'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { type Held, RevokeSheet } from '../../RevokeSheet'
import { GrantSheet } from './GrantSheet'
import { Holders } from './Holders'
import './roles.scss'

type Desk = Output<typeof api.access.openRoleDesk>

function Desk({
  desk,
  shown,
  onShow,
}: {
  desk: Desk
  shown: Role | undefined
  onShow: (role?: Role) => void
}) {
  const { me } = useSession()
  const [giving, setGiving] = useState(false)
  const [taking, setTaking] = useState<Held>()
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
      <ChipRow>
        <Chip on={shown === undefined} onTap={() => onShow()}>
          全部角色
        </Chip>
        {grantable.map(({ role, name }) => (
          <Chip key={role} on={shown === role} onTap={() => onShow(role)}>
            {name}
          </Chip>
        ))}
      </ChipRow>
      <View className="pad mt-12">
        <Card padding="none">
          <Holders
            holders={holders}
            mine={grantable.map(({ role }) => role)}
            without={me?.employeeId}
            onTake={setTaking}
          />
        </Card>
      </View>
      <GrantSheet open={giving} onClose={() => setGiving(false)} grantable={grantable} now={desk.now} />
      <RevokeSheet held={taking} onClose={() => setTaking(undefined)} />
    </View>
  )
}

/** 角色与权限: who holds which role, given with a scope and an end, taken with a reason. */
export default function RolesPage() {
  const [shown, setShown] = useState<Role>()
  const query = useQueryOf(api.access.openRoleDesk, shown ? { role: shown } : {}, { staleMs: 0, kept: false })
  usePullToRefresh(query.refetch)
  return (
    <Screen
      nav={<Nav title="角色与权限" />}
      side={<DeskMenu here="access/roles" />}
      query={query}
      skeleton={<SkeletonRows count={6} leadPx={40} roundLead />}
    >
      {desk => <Desk desk={desk} shown={shown} onShow={setShown} />}
    </Screen>
  )
}
