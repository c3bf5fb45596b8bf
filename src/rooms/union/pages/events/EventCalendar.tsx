import { monthOf } from '@domain/kernel/time'
import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { api, useLast, usePullToRefresh, useQueryOf } from '@/api'
import { Card } from '@/ui/card/Card'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonBlock } from '@/ui/skeleton/Skeleton'
import { EventMonth } from '../../EventMonth'
import { type EventChoice, toEventWish } from '../../eventFilter'

interface EventCalendarProps {
  chosen: EventChoice
  /** What stands above; it is told which sites there are. */
  header: (sites: readonly string[]) => ReactNode
}

/** All events of a month, those that have been included. */
export function EventCalendar({ chosen, header }: EventCalendarProps) {
  const [month, setMonth] = useState(() => monthOf(Date.now()))
  const query = useQueryOf(api.union.openEventMonth, { month, ...toEventWish(chosen) }, { staleMs: 0 })
  usePullToRefresh(query.refetch)
  const last = useLast(query.data)
  return (
    <Screen
      nav={<Nav title="活动" />}
      header={header(last?.sites ?? [])}
      query={query}
      skeleton={
        <View className="pad">
          <SkeletonBlock height={420} />
        </View>
      }
    >
      {({ events, complete, now }) => (
        <View className="pad mt-8">
          <Card padding="none">
            <View className="mt-8">
              <EventMonth
                month={month}
                onMonth={setMonth}
                events={events}
                now={now}
                none={chosen.kind === 'all' && chosen.site === 'all' ? '活动' : '这样的活动'}
                whoseOf={({ associationName, site }) => `${associationName} · ${site}`}
              />
            </View>
          </Card>
          {complete ? null : (
            <View className="t12 secondary mt-8">这个月的活动太多，最后几场没有列出来，回列表里能看到。</View>
          )}
        </View>
      )}
    </Screen>
  )
}
