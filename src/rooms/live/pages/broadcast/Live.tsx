import { View } from '@tarojs/components'
import { tappable } from '@/ui/a11y/tappable'
import { Card } from '@/ui/card/Card'
import { Icon } from '@/ui/icon/Icon'
import { LiveDot } from '../../LiveDot'
import { goToPlatform } from '../../leaving'
import { platformName } from '../../words'
import { DrawRow, RewardRow } from './Gains'
import { Messages } from './Messages'
import type { PartProps } from './parts'

interface LiveProps extends PartProps {
  watching: number
  total: number
  answering: PartProps['opened']['answering']
  minutes: number
  earned: number | null
}

function Strip({ opened, watching }: Pick<LiveProps, 'opened' | 'watching'>) {
  const { platform, broadcastId } = opened.broadcast
  const from = platform ? `画面来自${platformName(platform.kind)}` : '画面还没有接上'
  return (
    <View className="broadcast__strip">
      <LiveDot />
      <View className="grow t12 secondary">
        <View className="t14 medium" style={{ color: 'var(--ink)' }}>
          正在直播
        </View>
        {from}
        {watching > 0 ? ` · 约 ${watching.toLocaleString('en-US')} 位同事在看` : ''}
      </View>
      {platform ? (
        <View
          className="broadcast__go"
          {...tappable()}
          onClick={() => void goToPlatform(platform, broadcastId)}
        >
          去{platformName(platform.kind)}
        </View>
      ) : null}
    </View>
  )
}

function AnsweringStrip({ answering }: Pick<LiveProps, 'answering'>) {
  if (!answering) return null
  return (
    <View className="broadcast__answering" aria-live="polite">
      <Icon name="pen" className="broadcast__answering-icon" />
      <View className="grow">
        <View className="t12 secondary">正在回答 · {answering.name}的问题</View>
        <View className="t14 medium clamp-2">{answering.body}</View>
      </View>
      <View className="t12 secondary nowrap">第 {answering.number} 条</View>
    </View>
  )
}

/** A broadcast while it is on: where the picture is, what is being answered, and what everybody says. */
export function Live(props: LiveProps) {
  const { opened, messages, total, answering, minutes, earned, watching } = props
  const { broadcast, draw } = opened
  return (
    <View>
      <Strip opened={opened} watching={watching} />
      <AnsweringStrip answering={answering} />
      {broadcast.reward || draw ? (
        <View className="pad mt-12">
          <Card padding="none">
            <RewardRow reward={broadcast.reward} earned={earned} />
            <DrawRow broadcastId={broadcast.broadcastId} draw={draw} />
          </Card>
          {broadcast.reward && earned === null ? (
            <View className="t12 secondary mt-4">你已经看了 {minutes} 分钟，每五分钟记一次。</View>
          ) : null}
        </View>
      ) : null}
      <Messages messages={messages} total={total} talkId={broadcast.talkId} />
    </View>
  )
}
