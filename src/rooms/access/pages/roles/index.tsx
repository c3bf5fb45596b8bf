import type { Role } from '@domain/access/roles'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, useCommand, usePullToRefresh, useQueryOf, useSession } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { Chip, ChipRow } from '@/ui/chip/Chip'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { toast } from '@/ui/toast/store'
import { type ReadyReason, ReasonSheet } from '../../ReasonSheet'
import { GrantSheet } from './GrantSheet'
import { type Held, Holders } from './Holders'
import './roles.scss'

type Desk = Output<typeof api.access.openRoleDesk>

const revocations: readonly ReadyReason[] = [
  { label: '换岗了', sentence: '你换了岗位，这个角色交给接手的同事。' },
  { label: '任务结束', sentence: '这项工作结束了，谢谢你这段时间的付出。' },
  { label: '给错了', sentence: '这个角色给错了，抱歉。' },
  { label: '其他', sentence: '' },
]

/** Takes a role away: a reason that its holder reads, and then it is gone. */
function Revoking({ held, onClose }: { held: Held | undefined; onClose: () => void }) {
  const revoke = useCommand(api.access.revokeRole, {
    outdates: [api.access.openRoleDesk],
    onDone: () => {
      toast.show('收回了，已经告诉本人')
      onClose()
    },
  })
  if (!held) return null
  const { employeeId, name, grant } = held
  return (
    <ReasonSheet
      open
      onClose={onClose}
      title={`收回${name}的${grant.name}`}
      label={`${name}会看到`}
      placeholder="写一句为什么"
      reasons={revocations}
      action="收回并说明"
      refusal
      note="对方下一次操作就没有这个权限了；要还给对方，再授予一次"
      onSend={reason =>
        revoke.run({
          employeeId,
          role: grant.role,
          ...(grant.scopeId === null ? {} : { scopeId: grant.scopeId }),
          reason,
        })
      }
    />
  )
}

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
      <Revoking held={taking} onClose={() => setTaking(undefined)} />
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
