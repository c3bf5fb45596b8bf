import { badgeRules } from '@domain/growth/badges'
import { levelName, levelOf, levels } from '@domain/growth/levels'
import { View } from '@tarojs/components'
import { api, type Output, usePullToRefresh, useQueryOf } from '@/api'
import { openPage } from '@/rooms/open'
import { Badge } from '@/ui/badge/Badge'
import { Card } from '@/ui/card/Card'
import { Icon } from '@/ui/icon/Icon'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { LevelBar } from '../../LevelBar'
import './level.scss'

type Opened = Output<typeof api.growth.openLevel>

function faceOf(number: number, reached: number): string {
  if (number === reached) return ' level__step--now'
  return number < reached ? ' level__step--done' : ''
}

function Standing({ experience, total }: Opened) {
  const level = levelOf(experience)
  return (
    <Card>
      <View className="level__head">
        <View className="level__seal">
          <Icon name="medal" />
        </View>
        <View className="grow">
          <View className="t20 bold">{levelName(level)}</View>
          <View className="t12 secondary">{total > 0 ? `一共签到 ${total} 天` : '还没有签到过'}</View>
        </View>
      </View>
      <LevelBar experience={experience} large />
      <View className="level__steps">
        {levels.map(({ number, name, threshold }) => (
          <View key={number} className={`level__step${faceOf(number, level.number)}`}>
            <View className="level__dot" />
            <View>{name}</View>
            <View className="secondary">{threshold}</View>
          </View>
        ))}
      </View>
    </Card>
  )
}

function BadgeRow({ badge, held, reached }: Opened['badges'][number]) {
  const { name, definition, atLeast, unit } = badgeRules[badge]
  return (
    <ListRow
      lead="medal"
      title={name}
      meta={definition}
      end={
        held ? (
          <Badge tone="ok">得到了</Badge>
        ) : (
          <View className="t12 secondary nowrap">
            {reached} / {atLeast} {unit}
          </View>
        )
      }
    />
  )
}

/** 等级和徽章: where experience has led, and which badges there are and how each is won. */
export default function LevelPage() {
  const level = useQueryOf(api.growth.openLevel, {})
  usePullToRefresh(level.refetch)
  return (
    <Screen nav={<Nav title="等级和徽章" />} query={level} skeleton={<SkeletonRows count={5} />}>
      {opened => (
        <View className="column gap-12 pad">
          <Standing {...opened} />
          <Card padding="none">
            {opened.badges.map(one => (
              <BadgeRow key={one.badge} {...one} />
            ))}
          </Card>
          <Card padding="none">
            <ListRow
              lead="task"
              title="怎么得经验"
              meta="和沃币一起得，只升等级，不能花"
              onTap={() => openPage('coin/ways')}
            />
          </Card>
        </View>
      )}
    </Screen>
  )
}
