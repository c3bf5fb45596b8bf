import { badgeRules } from '@domain/growth/badges'
import { levelName, levelOf } from '@domain/growth/levels'
import { yearOfService } from '@domain/identity/yearOfService'
import { dayOf } from '@domain/kernel/time'
import { View } from '@tarojs/components'
import { api, fileUrl, type Output, uploadImage, useCommand, usePullToRefresh, useQueryOf } from '@/api'
import { choosePictures } from '@/rooms/choosePictures'
import { CheckInCard, LevelBar } from '@/rooms/growth/public'
import { openPage, type RoomPage } from '@/rooms/open'
import { tappable } from '@/ui/a11y/tappable'
import { Avatar } from '@/ui/avatar/Avatar'
import { Badge } from '@/ui/badge/Badge'
import { Card } from '@/ui/card/Card'
import { Coin } from '@/ui/coin/Coin'
import { Icon, type IconName } from '@/ui/icon/Icon'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { DeletionCard } from '../../DeletionCard'
import { BalanceTrend } from './BalanceTrend'
import { ProfileSkeleton } from './ProfileSkeleton'
import './profile.scss'

type Profile = Output<typeof api.identity.openProfile>

/** The server counts to 99; nothing at all is left unsaid. */
function sayCount(count: number): string {
  if (count === 0) return ''
  return count < 99 ? String(count) : '99+'
}

/** One's own picture; a tap chooses another. Colleagues see it once it was looked at. */
function AvatarButton({ name, avatar }: { name: string; avatar: Profile['avatar'] }) {
  const change = useCommand(api.identity.changeAvatar, { outdates: [api.identity.openProfile] })
  const choose = async () => {
    const [path] = await choosePictures(1)
    if (path) await change.run({ fileId: await uploadImage(path) })
  }
  return (
    <View className="profile__avatar" {...tappable('换头像')} onClick={() => void choose()}>
      <Avatar name={name} size={64} src={avatar ? fileUrl(avatar.fileId) : undefined} />
      {avatar?.checking ? <View className="t12 secondary">检查中</View> : null}
    </View>
  )
}

/** So many fit beside the picture. */
const badgesMost = 3

/** What I have won, leading to how the others are. */
function Badges({ badges }: Pick<Profile, 'badges'>) {
  const shown = badges.slice(0, badgesMost)
  if (shown.length === 0) return null
  const names = shown.map(badge => badgeRules[badge].name)
  return (
    <View
      className="profile__badges"
      {...tappable(`徽章：${names.join('、')}`)}
      onClick={() => openPage('growth/level')}
    >
      {names.map(name => (
        <Badge key={name} icon="medal">
          {name}
        </Badge>
      ))}
    </View>
  )
}

function Person({ me, phoneMasked, avatar, experience, badges, now }: Profile) {
  return (
    <View className="profile__person">
      <AvatarButton name={me.name} avatar={avatar} />
      <View className="grow">
        <View className="profile__name">
          <View className="t20 bold">{me.name}</View>
          <View
            className="profile__level"
            {...tappable(`${levelName(levelOf(experience))}，等级和徽章`)}
            onClick={() => openPage('growth/level')}
          >
            <Badge>{levelName(levelOf(experience))}</Badge>
          </View>
        </View>
        <View className="t14 secondary">
          {me.department} · {me.site} · 入职第 {yearOfService(me.joinedOn, now)} 年
        </View>
        <View className="t12 secondary">
          {me.employeeId} · {phoneMasked}
        </View>
        <Badges badges={badges} />
      </View>
    </View>
  )
}

function Coins({ balance, debt, experience, earnedToday, trend, now }: Profile) {
  return (
    <Card padding="none">
      <View className="profile__purse" {...tappable()} onClick={() => openPage('coin/statement')}>
        <Purse balance={balance} debt={debt} earnedToday={earnedToday} />
      </View>
      <BalanceTrend trend={trend} now={now} />
      <View className="profile__experience" {...tappable()} onClick={() => openPage('growth/level')}>
        <LevelBar experience={experience} />
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
  { icon: 'say', title: '我的评论', page: 'forum/comments', end: ({ comments }) => sayCount(comments) },
  { icon: 'heart', title: '获赞', page: 'forum/liked', end: ({ likes }) => sayCount(likes) },
  {
    icon: 'star',
    title: '我的收藏',
    page: 'forum/favourites',
    end: ({ favourites }) => sayCount(favourites),
  },
  { icon: 'ticket', title: '活动和预约', page: 'booking/mine', end: ({ places }) => sayCount(places) },
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
    end: ({ ordersUnderWay }) => (ordersUnderWay > 0 ? `${ordersUnderWay} 件在办` : ''),
  },
  { icon: 'person', title: '推荐和申请', page: 'careers/mine', end: () => '' },
  {
    icon: 'fix',
    title: '服务单',
    page: 'selfservice/tickets',
    end: ({ tickets }) => (tickets > 0 ? `${tickets} 张在办` : ''),
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
  usePullToRefresh(profile.refetch)
  const settings = (
    <View className="profile__settings" {...tappable('设置')} onClick={() => openPage('identity/settings')}>
      <Icon name="gear" />
    </View>
  )
  return (
    <Screen nav={<Nav title="沃空间" end={settings} />} query={profile} skeleton={<ProfileSkeleton />}>
      {data => (
        <View className="column gap-12 pad">
          <Person {...data} />
          {data.deletion ? <DeletionCard deletion={data.deletion} /> : null}
          <Coins {...data} />
          <CheckInCard streak={data.streak} today={dayOf(data.now)} />
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
        </View>
      )}
    </Screen>
  )
}
