import { MINUTE_MS, SECOND_MS } from '@domain/kernel/time'
import { broadcastTable } from '@domain/live/broadcast'
import { isQuestion } from '@domain/live/message'
import { View } from '@tarojs/components'
import { useServerNow } from '@/api'
import { isRunning } from '@/rooms/coin/public'
import { openPage } from '@/rooms/open'
import { Badge } from '@/ui/badge/Badge'
import { Card } from '@/ui/card/Card'
import { sayClock } from '@/ui/clock/moment'
import { ListRow } from '@/ui/listRow/ListRow'
import { goToPlatform } from '../../leaving'
import { countdownParts, isFar, platformName, sayMoment, saySpan } from '../../words'
import { AskRow } from './AskRow'
import { DrawRow, RewardRow } from './Gains'
import { Messages } from './Messages'
import type { PartProps } from './parts'

function Countdown({ startsAt, offsetMs, asked }: { startsAt: number; offsetMs: number; asked: number }) {
  const now = useServerNow(offsetMs, SECOND_MS)
  const leftMs = startsAt - now
  const parts = countdownParts(leftMs)
  const spoken = parts.map(({ value, unit }) => `${Number(value)} ${unit}`).join('')
  return (
    <Card>
      <View className="t12 secondary">离开始还有</View>
      <View className="countdown">
        <View className="row gap-8" aria-label={spoken} {...(isFar(leftMs) ? {} : { 'aria-live': 'off' })}>
          {parts.map(({ value, unit }, index) => (
            <View key={unit} className="row gap-8">
              {index > 0 ? <View className="countdown__colon">:</View> : null}
              <View className="countdown__part">
                <View className="t28 bold">{value}</View>
                <View className="t12 secondary">{unit}</View>
              </View>
            </View>
          ))}
        </View>
        {asked > 0 ? (
          <View className="countdown__side">
            <View className="t14 medium">{asked} 条问题</View>
            <View className="t12 secondary">等现场回答</View>
          </View>
        ) : null}
      </View>
    </Card>
  )
}

/** What to do until then, what it brings, and where it will be. */
function Ways({ opened, startsAt, now }: Pick<PartProps, 'opened' | 'now'> & { startsAt: number }) {
  const { broadcast, happyHour, messages: said } = opened
  const { broadcastId, status, platform, talkId, topic } = broadcast
  const happy = happyHour && isRunning(happyHour, startsAt - MINUTE_MS) ? happyHour : null
  return (
    <Card padding="none">
      {status === 'draft' ? null : <AskRow talkId={talkId} said={said.total} />}
      {topic ? (
        <ListRow
          lead="chat"
          title={`#${topic.name}`}
          meta="沃谈会里的同一个话题"
          onTap={() => openPage('forum/topic', { topicId: topic.topicId })}
        />
      ) : null}
      {happy ? (
        <ListRow
          lead="sun"
          title="开场时正好在 Happy Hour 里"
          meta={`${sayClock(happy.endsAt)} 前留言沃币 ×${happy.multiplier}`}
        />
      ) : null}
      <RewardRow reward={broadcast.reward} earned={null} />
      <DrawRow opened={opened} />
      {platform ? (
        <ListRow
          lead="share"
          title={`在${platformName(platform.kind)}里看`}
          meta="点进去会离开这一页，留言和沃币在这里"
          onTap={() => void goToPlatform(platform, broadcastId)}
        />
      ) : null}
      <ListRow
        lead="history"
        title="错过了也有"
        meta={
          broadcast.replayFrom === null
            ? '有了回放会放在这一页'
            : `${sayMoment(broadcast.replayFrom, now)} 起看回放`
        }
      />
    </Card>
  )
}

/** A broadcast that is announced; one that is not shown, as its hosts look at it. */
export function Before({ opened, times, messages, now, offsetMs }: PartProps) {
  const { status, title, summary, place, reminders, talkId } = opened.broadcast
  const { total, liked } = opened.messages
  const { startsAt } = times
  const meta = [saySpan(times, now), place, reminders > 0 ? `${reminders} 位同事预约` : ''].filter(Boolean)
  return (
    <View>
      <View className="pad column gap-12 mt-16">
        <View>
          {broadcastTable[status].shown ? null : (
            <View className="row gap-8" style={{ marginBottom: '8px' }}>
              <Badge>{broadcastTable[status].zh}</Badge>
              <View className="t12 secondary">只有主理看得到</View>
            </View>
          )}
          <View className="t20 bold">{title}</View>
          <View className="t14 secondary mt-4">{meta.join(' · ')}</View>
          <View className="t14 mt-8">{summary}</View>
        </View>
        {status === 'cancelled' ? null : (
          <>
            <Countdown
              startsAt={startsAt}
              offsetMs={offsetMs}
              asked={messages.filter(({ body }) => isQuestion(body)).length}
            />
            <Ways opened={opened} startsAt={startsAt} now={now} />
          </>
        )}
      </View>
      {messages.length > 0 ? (
        <Messages messages={messages} total={total} liked={liked} talkId={talkId} />
      ) : null}
    </View>
  )
}
