import { MINUTE_MS } from '@domain/kernel/time'
import { View } from '@tarojs/components'
import { useServerNow } from '@/api'
import { Face } from '@/rooms/Face'
import { OfficeChoice } from '@/rooms/union/public'
import { spokenAs } from '@/ui/a11y/spoken'
import { sayClock } from '@/ui/clock/moment'
import { Icon } from '@/ui/icon/Icon'
import { ListRow } from '@/ui/listRow/ListRow'
import { kindIcons, type Notice } from './noticeTarget'
import { OfferLine } from './OfferLine'
import { asItStands } from './offerWords'

/** The dot holds on to the last character, so that it never stands in a line alone. */
function UnreadTitle({ title }: { title: string }) {
  const characters = [...title]
  return (
    <>
      {characters.slice(0, -1).join('')}
      <View className="notice-row__last">
        {characters.at(-1)}
        <View className="notice-row__unread" {...spokenAs('img')} aria-label="未读" />
      </View>
    </>
  )
}

interface NoticeRowProps {
  notice: Notice
  /** How far the server's clock is ahead. */
  offsetMs: number
  onOpen: () => void
}

export function NoticeRow({ notice, offsetMs, onOpen }: NoticeRowProps) {
  const { title, offer, kind, target } = notice
  const now = useServerNow(offsetMs, offer && offer.answer === null ? MINUTE_MS : undefined)
  const shown = asItStands(notice, now)
  return (
    <>
      <Words notice={shown} onOpen={onOpen} />
      {offer && shown.isOpen ? <OfferLine title={title} offer={offer} /> : null}
      {kind === 'todo' && target?.kind === 'association' ? (
        <View className="notice-row__offer">
          <OfficeChoice associationId={target.id} />
        </View>
      ) : null}
    </>
  )
}

function Words({ notice, onOpen }: Pick<NoticeRowProps, 'notice' | 'onOpen'>) {
  const { kind, title, body, read, at, from } = notice
  return (
    <ListRow
      lead={
        from ? (
          <View className="notice-row__face">
            <Face of={from} size={40} />
          </View>
        ) : (
          <View className="notice-row__sign">
            <Icon name={kindIcons[kind]} size={20} />
          </View>
        )
      }
      title={
        <View className="notice-row__title">
          <View className="grow">{read ? title : <UnreadTitle title={title} />}</View>
          <View className="notice-row__clock">{sayClock(at)}</View>
        </View>
      }
      meta={<View className="t14 clamp-2">{body}</View>}
      plain={read}
      chevron={false}
      onTap={onOpen}
    />
  )
}
