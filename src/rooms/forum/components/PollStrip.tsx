import { View } from '@tarojs/components'
import { tappable } from '@/ui/a11y/tappable'
import { Icon } from '@/ui/icon/Icon'
import { type Poll, sayPoll } from '../pollWords'
import './poll.scss'

/**
 * A poll in a list: what there is to choose, and where it stands. The post has the rest. The way there stands at the left:
 * at the right the button for a post of one's own lies over the list.
 */
export function PollStrip({ poll, now, onTap }: { poll: Poll; now: number; onTap: () => void }) {
  const voted = poll.chosen.length > 0
  return (
    <View className="poll-strip" {...tappable(undefined, 'link')} onClick={onTap}>
      <Icon name="vote" className="poll-strip__sign" />
      <View className="poll-strip__words">
        <View className="t14 medium clamp-1">{poll.options.map(({ text }) => text).join('、')}</View>
        <View className="row row--wrap gap-8">
          <View className="t14 accent nowrap">{voted || now >= poll.endsAt ? '看结果' : '去投票'}</View>
          <View className="t12 secondary">{sayPoll(poll, now)}</View>
        </View>
      </View>
    </View>
  )
}
