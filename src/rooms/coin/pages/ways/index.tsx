import { grouped } from '@domain/kernel/grouped'
import { View } from '@tarojs/components'
import { api, type Output, usePullToRefresh, useQueryOf } from '@/api'
import { Badge } from '@/ui/badge/Badge'
import { Card } from '@/ui/card/Card'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import './ways.scss'
import { type Hour, hourOf, isMultiplied, nameOf, notesOf, priceOf, progressOf, type Way } from './waysWords'

type Earning = Output<typeof api.coin.openEarning>

/** How much of the day's cap is used: ink once nothing is left. */
function CapMeter({ cap }: Pick<Way, 'cap'>) {
  const share = cap.perDay > 0 ? Math.min(1, cap.earnedToday / cap.perDay) : 0
  return (
    <View className="cap-meter">
      <View
        className={`cap-meter__used${share >= 1 ? ' cap-meter__used--full' : ''}`}
        style={{ width: `${Math.round(share * 100)}%` }}
      />
    </View>
  )
}

function WayRow({ way, hours }: { way: Way; hours: readonly Hour[] }) {
  return (
    <View className="way">
      <View className="way__head">
        <View className="t16 medium">{nameOf(way)}</View>
        {isMultiplied(hours, way) ? <Badge>Happy Hour 加倍</Badge> : null}
      </View>
      <View className="way__figures">
        <View>{priceOf(way)}</View>
        <View>{progressOf(way)}</View>
      </View>
      <CapMeter cap={way.cap} />
      {notesOf(way).map(note => (
        <View key={note} className="t12 secondary">
          {note}
        </View>
      ))}
    </View>
  )
}

function Experience({ experience, ways }: Earning) {
  const today = ways.reduce((sum, way) => sum + way.experience.cap.earnedToday, 0)
  return (
    <Card>
      <View className="row row--between">
        <View className="t14 secondary">经验值</View>
        {today > 0 ? <Badge>今天得到 {today}</Badge> : null}
      </View>
      <View className="ways__experience">{grouped(experience)}</View>
      <View className="t12 secondary">
        和沃币一起得，只增不花，不参加加倍；内容被移除或自己删除时一并收回。
      </View>
    </Card>
  )
}

/** 怎么赚沃币: what earns how much, by the rules in force, and how far today has come. */
export default function WaysPage() {
  const earning = useQueryOf(api.coin.openEarning, {})
  usePullToRefresh(earning.refetch)
  return (
    <Screen nav={<Nav title="怎么赚沃币" />} query={earning} skeleton={<SkeletonRows leadPx={0} />}>
      {data => (
        <View className="column gap-12 pad">
          <Experience {...data} />
          <Card padding="none">
            {data.ways.map(way => (
              <WayRow key={way.reason} way={way} hours={data.hours} />
            ))}
          </Card>
          <Card padding="none">
            <SectionHeader title="Happy Hour" />
            <View className="ways__hours">
              {data.hours.map(hour => (
                <View key={hour.fromMinute} className="t14">
                  {hourOf(hour)}
                </View>
              ))}
              <View className="t12 secondary mt-4">
                按服务器收到的时间算。只加倍自己动手的发帖和评论，上限不变。
              </View>
            </View>
          </Card>
        </View>
      )}
    </Screen>
  )
}
