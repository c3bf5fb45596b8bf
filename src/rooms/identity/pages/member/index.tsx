import { View } from '@tarojs/components'
import { api, useQueryOf, useRefreshOnShow } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { usePageParams } from '@/rooms/usePageParams'
import { Avatar } from '@/ui/avatar/Avatar'
import { Badge } from '@/ui/badge/Badge'
import { Card } from '@/ui/card/Card'
import { Coin } from '@/ui/coin/Coin'
import { grouped } from '@/ui/coin/grouped'
import { KeyValueRow } from '@/ui/keyValue/KeyValueRow'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { dayLabel, type Member, sayLeaving } from '../../memberWords'
import { MemberActions } from './MemberActions'

function Head({ member, joinedOn, registeredAt, associations, private: own }: Member) {
  const { name, employeeId, site, department, status, mutedUntil } = member
  return (
    <Card>
      <View className="row gap-12">
        <Avatar name={name} size={64} />
        <View className="grow">
          <View className="row gap-8">
            <View className="t20 bold">{name}</View>
            {status === 'active' ? <Badge tone="ok">在职</Badge> : <Badge>已离职</Badge>}
          </View>
          <View className="t12 secondary">{employeeId}</View>
        </View>
      </View>
      <KeyValueRow label="部门">{department}</KeyValueRow>
      <KeyValueRow label="园区">{site}</KeyValueRow>
      <KeyValueRow label="入职">{joinedOn}</KeyValueRow>
      <KeyValueRow label="登记">{registeredAt === null ? '还没有' : dayLabel(registeredAt)}</KeyValueRow>
      {own ? <KeyValueRow label="手机号">{own.phoneMasked}</KeyValueRow> : null}
      <KeyValueRow label="协会">{associations} 个</KeyValueRow>
      {mutedUntil === null ? null : <KeyValueRow label="停言到">{dayLabel(mutedUntil)}</KeyValueRow>}
      {own?.leaving ? <View className="t12 secondary mt-8">{sayLeaving(own.leaving)}</View> : null}
    </Card>
  )
}

function Coins({ balance, debt, experience, monthEarned, monthSpent }: NonNullable<Member['private']>) {
  const owed = debt > 0 ? `，还欠 ${grouped(debt)}` : ''
  return (
    <Card>
      <View className="t14 secondary">沃币</View>
      <Coin amount={balance} size={28} />
      <View className="t12 secondary">
        这个月得到 {grouped(monthEarned)}，用掉 {grouped(monthSpent)}
        {owed}
      </View>
      <View className="t14 mt-8">经验 {grouped(experience)}</View>
    </Card>
  )
}

function Roles({ grants }: Pick<Member, 'grants'>) {
  const metaOf = ({ scope, endsAt, givenBy, lentBy }: Member['grants'][number]) =>
    [
      scope,
      endsAt === null ? '' : `到 ${dayLabel(endsAt)}`,
      lentBy ? `代${lentBy}` : givenBy ? `${givenBy}授的` : '',
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <Card padding="none">
      <SectionHeader title="角色" />
      {grants.length === 0 ? (
        <View className="pad t14 secondary">没有后台角色</View>
      ) : (
        grants.map((grant, place) => (
          <ListRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a role may be held twice, over the same and by a loan
            key={place}
            title={grant.name}
            meta={metaOf(grant)}
          />
        ))
      )}
    </Card>
  )
}

/** One colleague, as far as one's role needs to see. */
export default function MemberPage() {
  const { employeeId = '' } = usePageParams()
  const query = useQueryOf(api.identity.openMember, { employeeId }, { staleMs: 0, kept: false })
  useRefreshOnShow(query)
  return (
    <Screen
      nav={<Nav title={query.data?.member.name ?? '员工资料'} />}
      side={<DeskMenu here="identity/members" />}
      query={query}
      skeleton={<SkeletonRows count={6} leadPx={0} />}
    >
      {opened => (
        <View className="pad column gap-12">
          <Head {...opened} />
          {opened.private ? <Coins {...opened.private} /> : null}
          <Roles grants={opened.grants} />
          {opened.mayManage ? <MemberActions {...opened} /> : null}
        </View>
      )}
    </Screen>
  )
}
