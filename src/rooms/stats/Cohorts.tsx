import type { DashboardView } from '@domain/stats/contract'
import { ScrollView, View } from '@tarojs/components'
import { Card } from '@/ui/card/Card'
import { sayShare } from './words'

/** Who registered in a month, and how many of them came in each later one. */
export function Cohorts({ cohorts }: Pick<DashboardView, 'cohorts'>) {
  const shown = cohorts.filter(({ later }) => later.some(({ of }) => of > 0))
  return (
    <Card>
      <View className="t16 bold">每个月注册的人，后来还来吗</View>
      <View className="t12 secondary mt-4">那个月注册的人里，之后每个月来过的比例</View>
      {shown.length === 0 ? <View className="t14 mt-8">登记满一个月的人还没有，过了月末就能看</View> : null}
      <ScrollView scrollX enhanced showScrollbar={false}>
        {shown.map(({ month, later }) => (
          <View key={month} className="stats__cohort">
            <View className="stats__cohort-name">
              {Number(month.slice(5))} 月 · {later[0]?.of ?? 0} 人
            </View>
            {later.map(({ name, of, people }) => (
              <View key={name} className="stats__cohort-cell">
                {of === 0 ? '—' : sayShare(people / of)}
              </View>
            ))}
          </View>
        ))}
      </ScrollView>
    </Card>
  )
}
