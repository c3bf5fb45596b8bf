import { View } from '@tarojs/components'
import { openPage } from '@/rooms/open'
import { tappable } from '@/ui/a11y/tappable'
import { Icon } from '@/ui/icon/Icon'
import { postIn } from '../about'
import './composeButton.scss'

/** The way to a post of one's own, over the list. Doubled coins are said on it. */
export function ComposeButton({ multiplier }: { multiplier: number }) {
  const doubled = multiplier > 1
  return (
    <View
      className="compose-button"
      {...tappable(doubled ? `发帖，现在沃币 ${multiplier} 倍` : '发帖')}
      onClick={() => openPage('forum/compose')}
    >
      <Icon name="pen" />
      {doubled ? <View className="compose-button__times">×{multiplier}</View> : null}
    </View>
  )
}

/** The same on a topic's page: the post begins with the topic. */
export function JoinTopicButton({ name }: { name: string }) {
  return (
    <View
      className="compose-button compose-button--worded"
      {...tappable(`参与 #${name}#`)}
      onClick={() => void postIn(name)}
    >
      <Icon name="pen" size={20} />
      参与
    </View>
  )
}
