import { View } from '@tarojs/components'
import { tappable } from '@/ui/a11y/tappable'
import { Icon } from '@/ui/icon/Icon'
import { LiveDot } from '../../LiveDot'
import { goToPlatform } from '../../leaving'
import { platformName } from '../../words'
import { DrawTile, RewardTile } from './Gains'
import { Messages } from './Messages'
import type { PartProps } from './parts'

interface LiveProps extends PartProps {
  watching: number
  total: number
  answering: PartProps['opened']['answering']
  minutes: number
  earned: number | null
}

function Strip({ opened, watching, onGo }: Pick<LiveProps, 'opened' | 'watching' | 'onGo'>) {
  const { platform, broadcastId } = opened.broadcast
  const from = platform ? `画面来自${platformName(platform.kind)}` : '画面还没有接上'
  return (
    <View className="broadcast__strip">
      <LiveDot />
      <View className="grow row row--wrap broadcast__state">
        <View className="t12 medium">正在直播</View>
        <View className="t12 secondary">
          {from}
          {watching > 0 ? ` · 约 ${watching.toLocaleString('en-US')} 位在看` : ''}
        </View>
      </View>
      {platform ? (
        <View
          className="broadcast__go"
          {...tappable()}
          onClick={() => {
            onGo()
            void goToPlatform(platform, broadcastId)
          }}
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
  const { opened, messages, total, answering, minutes, earned, watching, onGo } = props
  const { broadcast, draw } = opened
  return (
    <View>
      <Strip opened={opened} watching={watching} onGo={onGo} />
      <AnsweringStrip answering={answering} />
      {broadcast.reward || draw ? (
        <View className="live-gains">
          <RewardTile reward={broadcast.reward} earned={earned} minutes={minutes} />
          <DrawTile opened={opened} />
        </View>
      ) : null}
      <Messages messages={messages} total={total} liked={opened.messages.liked} talkId={broadcast.talkId} />
    </View>
  )
}
