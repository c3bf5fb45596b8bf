import { grantTitle } from '@domain/access/roles'
import { inChina } from '@domain/kernel/time'
import { View } from '@tarojs/components'
import { api, type Output, useCommand, usePullToRefresh, useQueryOf } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { Face } from '@/rooms/Face'
import { Badge } from '@/ui/badge/Badge'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { toast } from '@/ui/toast/store'
import { LendingForm } from './LendingForm'
import './lending.scss'

type Opened = Output<typeof api.access.openLending>

const sayDay = (at: number) => inChina(at).format('M 月 D 日')
/** Until the end, which no longer counts: the day before it is the last. */
const sayLastDay = (endsAt: number) => sayDay(endsAt - 1)

function Lent({ lending, now }: { lending: NonNullable<Opened['lending']>; now: number }) {
  const end = useCommand(api.access.endLending, {
    outdates: [api.access.openLending],
    onDone: () => toast.show('收回了，以后的事又只等你'),
  })
  const { to, startsAt, endsAt, grants } = lending
  return (
    <Card padding="none">
      <ListRow
        lead={<Face of={to} size={40} />}
        title={to.name}
        meta={`${sayDay(startsAt)} 到 ${sayLastDay(endsAt)}`}
        end={<Badge tone="accent">{startsAt <= now ? '正在代你处理' : '还没开始'}</Badge>}
      />
      <View className="pad">
        <View className="t14 lending__what">代{grants.map(grantTitle).join('、')}</View>
        <Button kind="secondary" block onTap={() => end.run({})}>
          现在就收回
        </Button>
        <View className="t12 secondary lending__note">收回以后，对方的「管理」里不再有等你处理的事。</View>
      </View>
    </Card>
  )
}

function Borrowed({ borrowed }: Pick<Opened, 'borrowed'>) {
  if (borrowed.length === 0) return null
  return (
    <Card padding="none">
      <SectionHeader title="我代谁处理" />
      {borrowed.map(({ from, ...grant }) => (
        <ListRow
          key={`${from.employeeId}:${grant.role}/${grant.scopeId}`}
          lead={<Face of={from} size={40} />}
          title={`${from.name}的${grantTitle(grant)}`}
          meta={grant.endsAt === null ? undefined : `到 ${sayLastDay(grant.endsAt)}`}
        />
      ))}
    </Card>
  )
}

/** 我不在的时候: who does my work while I am away, and whose work I do. */
export default function LendingPage() {
  const query = useQueryOf(api.access.openLending, {}, { staleMs: 0, kept: false })
  usePullToRefresh(query.refetch)
  return (
    <Screen
      nav={<Nav title="我不在的时候" />}
      side={<DeskMenu here="access/lending" />}
      query={query}
      skeleton={<SkeletonRows count={3} leadPx={40} roundLead />}
    >
      {({ lending, borrowed, own, cosigners, now }) => (
        <View className="pad column gap-12 lending">
          {lending ? (
            <Lent lending={lending} now={now} />
          ) : own.length > 0 ? (
            <LendingForm now={now} own={own} cosigners={cosigners} />
          ) : null}
          <Borrowed borrowed={borrowed} />
        </View>
      )}
    </Screen>
  )
}
