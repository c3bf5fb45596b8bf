import { yearOfService } from '@domain/identity/yearOfService'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, usePullToRefresh, useQueryOf } from '@/api'
import { openPage, type RoomPage } from '@/rooms/open'
import { tappable } from '@/ui/a11y/tappable'
import { Avatar } from '@/ui/avatar/Avatar'
import { Badge } from '@/ui/badge/Badge'
import { Card } from '@/ui/card/Card'
import { Coin } from '@/ui/coin/Coin'
import { grouped } from '@/ui/coin/grouped'
import { Icon, type IconName } from '@/ui/icon/Icon'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { AppearanceSheet } from './AppearanceSheet'
import { ProfileSkeleton } from './ProfileSkeleton'
import './profile.scss'

type Profile = Output<typeof api.identity.openProfile>

/** The server counts to 99; nothing at all is left unsaid. */
function sayCount(count: number): string {
  if (count === 0) return ''
  return count < 99 ? String(count) : '99+'
}

function Person({ me, phoneMasked, now }: Profile) {
  return (
    <View className="profile__person">
      <Avatar name={me.name} size={64} />
      <View className="grow">
        <View className="t20 bold">{me.name}</View>
        <View className="t14 secondary">
          {me.department} · {me.site} · 入职第 {yearOfService(me.joinedOn, now)} 年
        </View>
        <View className="t12 secondary">
          {me.employeeId} · {phoneMasked}
        </View>
      </View>
    </View>
  )
}

function Coins({ balance, debt, experience, earnedToday }: Profile) {
  return (
    <Card padding="none">
      <View className="profile__purse" {...tappable()} onClick={() => openPage('coin/statement')}>
        <Purse balance={balance} debt={debt} earnedToday={earnedToday} />
      </View>
      <View className="profile__experience" {...tappable()} onClick={() => openPage('coin/ways')}>
        <View className="t14 medium">经验值 {grouped(experience)}</View>
        <View className="row gap-4 t12 secondary">
          怎么赚
          <Icon name="next" size={16} />
        </View>
      </View>
    </Card>
  )
}

function Purse({ balance, debt, earnedToday }: Pick<Profile, 'balance' | 'debt' | 'earnedToday'>) {
  return (
    <>
      <View className="row row--between">
        <View className="t14 secondary">沃币</View>
        <View className="row gap-4 t12 secondary">
          明细
          <Icon name="next" size={16} />
        </View>
      </View>
      <View className="row row--between mt-4">
        <Coin amount={balance} size={28} countUp />
        {earnedToday > 0 ? <Badge>今天得到 {earnedToday}</Badge> : null}
      </View>
      {debt > 0 ? <View className="t12 secondary mt-4">还有 {debt} 待补，以后得到的先补上</View> : null}
    </>
  )
}

interface Row {
  icon: IconName
  title: string
  page: RoomPage
  end: (profile: Profile) => string
}

const rows: readonly Row[] = [
  { icon: 'pen', title: '我的帖子', page: 'forum/mine', end: ({ posts }) => sayCount(posts) },
  { icon: 'ticket', title: '我的报名', page: 'booking/mine', end: () => '' },
  { icon: 'star', title: '我的收藏', page: 'forum/favourites', end: () => '' },
  {
    icon: 'people',
    title: '我的协会',
    page: 'union/mine',
    end: ({ associations }) => sayCount(associations),
  },
  {
    icon: 'box',
    title: '订单',
    page: 'mall/orders',
    end: ({ ordersUnderWay }) => (ordersUnderWay > 0 ? `${ordersUnderWay} 件在路上` : ''),
  },
  {
    icon: 'bell',
    title: '通知',
    page: 'notice/inbox',
    end: ({ unread }) => (unread > 0 ? `${unread} 条未读` : ''),
  },
]

/** 沃空间: who I am here, what I have, and where my things are. */
export default function ProfilePage() {
  const profile = useQueryOf(api.identity.openProfile, {})
  const [choosing, setChoosing] = useState(false)
  usePullToRefresh(profile.refetch)
  const settings = (
    <View className="profile__settings" {...tappable('显示设置')} onClick={() => setChoosing(true)}>
      <Icon name="gear" />
    </View>
  )
  return (
    <Screen nav={<Nav title="沃空间" end={settings} />} query={profile} skeleton={<ProfileSkeleton />}>
      {data => (
        <View className="column gap-12 pad">
          <Person {...data} />
          <Coins {...data} />
          <Card padding="none">
            {rows.map(({ icon, title, page, end }) => (
              <ListRow
                key={page}
                lead={icon}
                title={title}
                plain
                end={<View className="t14 secondary">{end(data)}</View>}
                onTap={() => openPage(page)}
              />
            ))}
          </Card>
          <AppearanceSheet open={choosing} onClose={() => setChoosing(false)} />
        </View>
      )}
    </Screen>
  )
}
