import { View } from '@tarojs/components'
import { spokenAs } from '@/ui/a11y/spoken'
import { sayClock } from '@/ui/clock/moment'
import { Icon } from '@/ui/icon/Icon'
import { ListRow } from '@/ui/listRow/ListRow'
import { kindIcons, type Notice } from './noticeTarget'

export function NoticeRow({ notice, onOpen }: { notice: Notice; onOpen: () => void }) {
  const { kind, title, body, read, at } = notice
  return (
    <ListRow
      lead={
        <View className="notice-row__sign">
          <Icon name={kindIcons[kind]} size={20} />
        </View>
      }
      title={
        <View className="notice-row__title">
          <View className="grow">
            {title}
            {read ? null : <View className="notice-row__unread" {...spokenAs('img')} aria-label="未读" />}
          </View>
          <View className="notice-row__clock">{sayClock(at)}</View>
        </View>
      }
      meta={<View className="t14">{body}</View>}
      plain={read}
      chevron={false}
      onTap={onOpen}
    />
  )
}
