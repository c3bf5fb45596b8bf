import { View } from '@tarojs/components'
import type { api, Output } from '@/api'
import { Bars } from '@/ui/bars/Bars'
import { Card } from '@/ui/card/Card'
import { sayClock } from '@/ui/clock/moment'
import { KeyValueRow } from '@/ui/keyValue/KeyValueRow'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { sayMoment } from '../../words'

type Figures = Output<typeof api.live.openRun>['figures']

/** More bars than this have no room on a phone: slots are then put together. */
const BARS_MAX = 12

/** The slots as bars; where there are many, the fullest of each few stands for them. */
function barsOf(slots: Figures['slots']) {
  const size = Math.max(1, Math.ceil(slots.length / BARS_MAX))
  const groups = Array.from({ length: Math.ceil(slots.length / size) }, (_group, place) =>
    slots.slice(place * size, (place + 1) * size),
  )
  return groups.map((group, place) => ({
    key: String(place),
    name: place % 3 === 0 ? sayClock(group[0]?.at ?? 0) : '',
    value: Math.max(...group.map(({ people }) => people)),
  }))
}

const inWords = (count: number) => count.toLocaleString('en-US')

/** How it goes, or went. */
export function FiguresCard({ figures, now }: { figures: Figures; now: number }) {
  const { reminders, viewers, watching, peak, peakAt, messages, rewarded, coins, slots, countedAt } = figures
  return (
    <>
      <Card padding="none">
        <KeyValueRow ruled label="预约提醒">
          {inWords(reminders)} 位
        </KeyValueRow>
        <KeyValueRow ruled label="看过的同事">
          {inWords(viewers)} 位
        </KeyValueRow>
        <KeyValueRow ruled label="现在在看">
          {inWords(watching)} 位
        </KeyValueRow>
        <KeyValueRow ruled label="同时最多">
          {peakAt === null ? '还没有' : `${inWords(peak)} 位，${sayClock(peakAt)}`}
        </KeyValueRow>
        <KeyValueRow ruled label="留言">
          {inWords(messages)} 条
        </KeyValueRow>
        <KeyValueRow ruled label="得到参与奖励">
          {inWords(rewarded)} 位，{inWords(coins)} 沃币
        </KeyValueRow>
      </Card>
      {slots.length > 1 ? (
        <Card padding="none">
          <SectionHeader title="每五分钟在看的同事" />
          <View style={{ padding: '0 16px 16px' }}>
            <Bars bars={barsOf(slots)} unit="位" label="在看的同事" />
          </View>
        </Card>
      ) : null}
      <View className="t12 secondary">
        {countedAt === null
          ? '发布以后每分钟数一遍。'
          : `每位同事只数一次，${sayMoment(countedAt, now)} 数的，直播时每分钟数一遍。`}
        打开直播页或点开画面都算看过；在视频号和别的小程序里看了多久，数不到。
      </View>
    </>
  )
}
