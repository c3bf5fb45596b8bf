import { checkInTitle } from '@domain/growth/wording'
import { grouped } from '@domain/kernel/grouped'
import { View } from '@tarojs/components'
import { api, type Output, useCommand } from '@/api'
import { openPage } from '@/rooms/open'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { Icon } from '@/ui/icon/Icon'
import { toast } from '@/ui/toast/store'
import './checkInCard.scss'

type Streak = Output<typeof api.identity.openProfile>['streak']
type Day = Streak['week'][number]

const names = ['一', '二', '三', '四', '五', '六', '日']

const stateWords: Record<Day['state'], string> = { done: '已签到', missed: '没有签', ahead: '' }

/** What the ear hears of a day: "周四，签到得 36". */
function sayDay({ state, amount }: Day, name: string): string {
  return `周${name}，${stateWords[state] || `签到得 ${amount}`}`
}

function WeekDay({ day, name, isToday }: { day: Day; name: string; isToday: boolean }) {
  const face = day.gift ? 'gift' : day.state
  return (
    <View className="check-in__day" aria-label={sayDay(day, name)}>
      <View className={`check-in__dot check-in__dot--${face}`}>
        {day.state === 'done' ? <Icon name="check" size={20} /> : null}
        {day.state === 'ahead' ? `+${day.amount}` : null}
      </View>
      <View className={`t12 ${isToday ? 'medium' : 'secondary'}`}>{isToday ? '今天' : name}</View>
    </View>
  )
}

/** The week's strip, and the day's check-in while it is still to be done. */
export function CheckInCard({ streak, today }: { streak: Streak; today: string }) {
  const { daysInRow, checkedToday, week, nextGift } = streak
  const checkIn = useCommand(api.growth.checkIn, {
    outdates: [
      api.identity.openProfile,
      api.identity.openSession,
      api.coin.openStatement,
      api.growth.openLevel,
    ],
    onDone: ({ daysInRow: day, earned }) =>
      toast.earned({
        amount: earned.amount,
        reason: checkInTitle(day),
        onOpen: () => openPage('coin/statement'),
      }),
  })
  return (
    <Card>
      <View className="check-in__head">
        <View className="t16 bold">{daysInRow > 0 ? `连续签到 ${daysInRow} 天` : '今天从第 1 天开始'}</View>
        {nextGift ? (
          <View className="t12 secondary">
            第 {nextGift.day} 天送 {grouped(nextGift.amount)} 沃币
          </View>
        ) : null}
      </View>
      <View className="check-in__week">
        {week.map((day, place) => (
          <WeekDay key={day.on} day={day} name={names[place] ?? ''} isToday={day.on === today} />
        ))}
      </View>
      {checkedToday ? null : (
        <View className="mt-12">
          <Button block onTap={() => checkIn.run({})}>
            签到
          </Button>
        </View>
      )}
    </Card>
  )
}
