import { levelName, levelOf } from '@domain/growth/levels'
import { yearOfService } from '@domain/identity/yearOfService'
import { grouped } from '@domain/kernel/grouped'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, useQueryOf, useRefreshOnShow, useSession } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { Face } from '@/rooms/Face'
import { LevelBar } from '@/rooms/growth/public'
import { openPage } from '@/rooms/open'
import { usePageParams } from '@/rooms/usePageParams'
import { Badge } from '@/ui/badge/Badge'
import { Card } from '@/ui/card/Card'
import { Coin } from '@/ui/coin/Coin'
import { KeyValueRow } from '@/ui/keyValue/KeyValueRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SearchField } from '@/ui/searchField/SearchField'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { dayLabel, type Member, sayLeaving, seenLabel } from '../../memberWords'
import { PhoneRow } from '../../PhoneRow'
import { Looks } from './Looks'
import { MemberActions } from './MemberActions'
import { Offences } from './Offences'
import { Roles } from './Roles'
import './member.scss'

interface Seen {
  /** The whole number, once its reason has been given: until one leaves the page. */
  phone: string | undefined
}

function Head({ member, joinedOn, registeredAt, associations, private: own, now, phone }: Member & Seen) {
  const { name, employeeId, site, department, status, mutedUntil } = member
  return (
    <Card>
      <View className="row gap-12">
        <Face of={member} size={64} />
        <View className="grow">
          <View className="row gap-8">
            <View className="t20 bold">{name}</View>
            {status === 'active' ? <Badge tone="ok">在职</Badge> : <Badge>已离职</Badge>}
          </View>
          <View className="t12 secondary">
            {[employeeId, own && levelName(levelOf(own.experience))].filter(Boolean).join(' · ')}
          </View>
        </View>
      </View>
      <KeyValueRow label="部门">{department}</KeyValueRow>
      <KeyValueRow label="园区">{site}</KeyValueRow>
      <KeyValueRow label="入职">
        {joinedOn} · 第 {yearOfService(joinedOn, now)} 年
      </KeyValueRow>
      <KeyValueRow label="登记">{registeredAt === null ? '还没有' : dayLabel(registeredAt)}</KeyValueRow>
      {own && registeredAt !== null ? (
        <KeyValueRow label="最近来过">{own.seenOn ? seenLabel(own.seenOn, now) : '没有记录'}</KeyValueRow>
      ) : null}
      {own ? <PhoneRow masked={own.phoneMasked} phone={phone} /> : null}
      <KeyValueRow label="协会">{own?.associations.join('、') || `${associations} 个`}</KeyValueRow>
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
      <View className="mt-12">
        <LevelBar experience={experience} />
      </View>
    </Card>
  )
}

/** The four eyes of HR: the server refuses it as well. */
function Oneself() {
  return (
    <Card>
      <View className="t14 secondary">自己的资料、停言和离职，由人力资源的另一位同事来办。</View>
    </Card>
  )
}

/** In the line of the title of a wide window: the next colleague, without a way back. */
function FindOther() {
  const [typed, setTyped] = useState('')
  const text = typed.trim()
  return (
    <View className="member__find">
      <SearchField
        value={typed}
        placeholder="姓名、编号或部门"
        onChange={setTyped}
        onConfirm={() => (text === '' ? undefined : openPage('identity/members', { text }))}
      />
    </View>
  )
}

/** One colleague, as far as one's role needs to see. */
export default function MemberPage() {
  const { employeeId = '' } = usePageParams()
  const query = useQueryOf(api.identity.openMember, { employeeId }, { staleMs: 0, kept: false })
  useRefreshOnShow(query)
  const [phone, setPhone] = useState<string>()
  const isOneself = useSession().me?.employeeId === employeeId
  return (
    <Screen
      nav={<Nav title={query.data?.member.name ?? '员工资料'} end={<FindOther />} />}
      side={<DeskMenu here="identity/members" />}
      query={query}
      skeleton={<SkeletonRows count={6} leadPx={0} />}
    >
      {opened => (
        <View className="pad column gap-12 member">
          <View className="column gap-12 member__facts">
            <Head {...opened} phone={phone} />
            {opened.private ? <Coins {...opened.private} /> : null}
            {opened.mayManage ? <Looks employeeId={employeeId} /> : null}
            <Offences {...opened} />
          </View>
          <View className="column gap-12 member__rest">
            <Roles member={opened.member} grants={opened.grants} now={opened.now} />
            {opened.mayManage && !isOneself ? <MemberActions {...opened} onPhone={setPhone} /> : null}
            {opened.mayManage && isOneself ? <Oneself /> : null}
          </View>
        </View>
      )}
    </Screen>
  )
}
