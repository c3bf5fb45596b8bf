import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import {
  api,
  clockOffsetMs,
  type Output,
  useEndlessPages,
  usePagesOf,
  usePullToRefresh,
  useRefreshFromTop,
} from '@/api'
import { byDay } from '@/rooms/byDay'
import { openPage } from '@/rooms/open'
import { spokenAs } from '@/ui/a11y/spoken'
import { tappable } from '@/ui/a11y/tappable'
import { Card } from '@/ui/card/Card'
import { Icon } from '@/ui/icon/Icon'
import { ListEnd } from '@/ui/listEnd/ListEnd'
import { Nav } from '@/ui/nav/Nav'
import type { WayOn } from '@/ui/screen/faces'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import './inbox.scss'
import { useMarkRead } from '../../useMarkRead'
import { InboxChips } from './InboxChips'
import { NoticeRow } from './NoticeRow'
import { type Kind, kindNames, type Notice, openTarget } from './noticeTarget'

type Page = Output<typeof api.notice.listNotices>

const toTalk: WayOn = { label: '去沃谈会聊聊', onTap: () => Taro.switchTab({ url: '/pages/fun/index' }) }

interface DaysProps {
  pages: readonly Page[]
  /** How far the server's clock is ahead. */
  offsetMs: number
  onOpen: (notice: Notice) => void
  /** Marks what is listed as read; absent where all of it is. */
  onAllRead: (() => void) | undefined
}

/** The notices day by day. */
function Days({ pages, offsetMs, onOpen, onAllRead }: DaysProps) {
  const notices = pages.flatMap(page => page.notices)
  return (
    <>
      {byDay(notices, notice => notice.at, pages[0]?.now ?? 0).map((day, index) => (
        <View key={day.on}>
          <View className="inbox__day">
            <View {...spokenAs('heading', 2)}>{day.label}</View>
            {index === 0 && onAllRead ? (
              <View className="inbox__all-read" {...tappable()} onClick={onAllRead}>
                全部看过
              </View>
            ) : null}
          </View>
          <Card padding="none">
            {day.items.map(notice => (
              <NoticeRow
                key={notice.noticeId}
                notice={notice}
                offsetMs={offsetMs}
                onOpen={() => onOpen(notice)}
              />
            ))}
          </Card>
        </View>
      ))}
    </>
  )
}

function ToSettings() {
  return (
    <View className="inbox__settings" {...tappable('通知设置')} onClick={() => openPage('notice/settings')}>
      <Icon name="gear" />
    </View>
  )
}

/** 通知: everything that happened for the reader, and what is unread of it. */
export default function InboxPage() {
  const [kind, setKind] = useState<Kind>()
  const inbox = usePagesOf(api.notice.listNotices, kind ? { kind } : {})
  const markRead = useMarkRead()
  usePullToRefresh(useRefreshFromTop(inbox.queryKey, inbox))
  useEndlessPages(inbox)
  const first = inbox.data?.pages[0]
  const offsetMs = clockOffsetMs({ data: first, dataUpdatedAt: inbox.dataUpdatedAt })
  const unread = first?.unread ?? {}
  // What waits to be done is not done by being looked at.
  const { todo: _todo, ...lookedAt } = unread
  const isUnread =
    kind === undefined
      ? Object.values(lookedAt).some(count => count > 0)
      : kind !== 'todo' && (unread[kind] ?? 0) > 0
  const open = (notice: Notice) => {
    const { noticeId } = notice
    if (!notice.read && notice.kind !== 'todo')
      void markRead(notice.kind === 'official' ? { newsId: noticeId } : { noticeIds: [noticeId] })
    openTarget(notice)
  }
  return (
    <Screen
      nav={<Nav title="通知" end={<ToSettings />} />}
      header={<InboxChips kind={kind} onKind={setKind} unread={unread} />}
      query={inbox}
      skeleton={<SkeletonRows leadPx={40} roundLead />}
      isEmpty={({ pages }) => pages.every(page => page.notices.length === 0)}
      empty={{
        title: kind ? `没有「${kindNames[kind]}」的消息` : '没有新消息',
        sentence: '有人回复你、申请有了结果、订单动了，这里会第一个知道。',
        action: kind ? { label: '看全部通知', onTap: () => setKind(undefined) } : toTalk,
      }}
    >
      {({ pages }) => (
        <View className="pad">
          <Days
            pages={pages}
            offsetMs={offsetMs}
            onOpen={open}
            onAllRead={isUnread ? () => void markRead(kind ? { kind } : {}) : undefined}
          />
          <ListEnd of={inbox} />
        </View>
      )}
    </Screen>
  )
}
