import { View } from '@tarojs/components'
import { openPage } from '@/rooms/open'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { ListRow } from '@/ui/listRow/ListRow'
import { goToPlatform } from '../../leaving'
import { platformName, sayMoment, saySpan } from '../../words'
import { DrawRow, RewardRow } from './Gains'
import type { PartProps } from './parts'

interface OverProps extends PartProps {
  total: number
  earned: number | null
}

/** A broadcast that is over: to be seen again, and what came of it. */
export function Over({ opened, times, total, earned, now }: OverProps) {
  const { broadcast } = opened
  const { broadcastId, title, summary, place, replay, replayFrom, talkId } = broadcast
  const when = replayFrom === null ? '回放整理好就放上来' : `${sayMoment(replayFrom, now)} 起看回放`
  return (
    <View className="pad column gap-12 mt-16">
      <View>
        <View className="t20 bold">{title}</View>
        <View className="t14 secondary mt-4">{[saySpan(times, now), place].filter(Boolean).join(' · ')}</View>
        <View className="t14 mt-8">{summary}</View>
      </View>
      {replay ? (
        <Button block icon="play" onTap={() => goToPlatform(replay, broadcastId)}>
          去{platformName(replay.kind)}看回放
        </Button>
      ) : (
        <View className="t14 secondary">直播结束了。{when}。</View>
      )}
      <Card padding="none">
        <DrawRow opened={opened} over />
        {earned === null ? null : <RewardRow reward={broadcast.reward} earned={earned} />}
        <ListRow
          lead="chat"
          title="大家说了什么"
          meta={total > 0 ? `${total} 条留言` : '还没有人说话'}
          onTap={() => openPage('forum/post', { postId: talkId })}
        />
      </Card>
    </View>
  )
}
