import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { api, useEndlessPages, usePagesOf, usePullToRefresh, useRefreshFromTop } from '@/api'
import { byDay } from '@/rooms/byDay'
import { tappable } from '@/ui/a11y/tappable'
import { Card } from '@/ui/card/Card'
import { Chip, ChipRow } from '@/ui/chip/Chip'
import { ListEnd } from '@/ui/listEnd/ListEnd'
import { Nav } from '@/ui/nav/Nav'
import type { WayOn } from '@/ui/screen/faces'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import './inbox.scss'
import { spokenAs } from '@/ui/a11y/spoken'
import { NoticeRow } from './NoticeRow'
import { type Kind, kindNames, type Notice, openTarget } from './noticeTarget'
import { useMarkRead } from './useMarkRead'

const kinds = Object.keys(kindNames) as Kind[]

const toTalk: WayOn = { label: '去沃谈会聊聊', onTap: () => Taro.switchTab({ url: '/pages/fun/index' }) }

export default function InboxPage() {
  const [kind, setKind] = useState<Kind>()
  const inbox = usePagesOf(api.notice.listNotices, kind ? { kind } : {})
  const markRead = useMarkRead()
  usePullToRefresh(useRefreshFromTop(inbox.queryKey, inbox))
  useEndlessPages(inbox)
  const open = (notice: Notice) => {
    if (!notice.read) void markRead({ noticeIds: [notice.noticeId] })
    openTarget(notice)
  }
  const header = (
    <ChipRow>
      <Chip on={kind === undefined} onTap={() => setKind(undefined)}>
        全部
      </Chip>
      {kinds.map(one => (
        <Chip key={one} on={one === kind} onTap={() => setKind(one)}>
          {kindNames[one]}
        </Chip>
      ))}
    </ChipRow>
  )
  return (
    <Screen
      nav={<Nav title="通知" />}
      header={header}
      query={inbox}
      skeleton={<SkeletonRows leadPx={40} roundLead />}
      isEmpty={({ pages }) => pages.every(page => page.notices.length === 0)}
      empty={{
        title: '没有新消息',
        sentence: '有人回复你、申请有了结果、订单动了，这里会第一个知道。',
        action: kind ? { label: '看全部通知', onTap: () => setKind(undefined) } : toTalk,
      }}
    >
      {({ pages }) => {
        const notices = pages.flatMap(page => page.notices)
        const unread = notices.some(notice => !notice.read)
        return (
          <View className="pad">
            {byDay(notices, notice => notice.at, pages[0]?.now ?? 0).map((day, index) => (
              <View key={day.on}>
                <View className="inbox__day">
                  <View {...spokenAs('heading', 2)}>{day.label}</View>
                  {index === 0 && unread ? (
                    <View className="inbox__all-read" {...tappable()} onClick={() => void markRead({})}>
                      全部看过
                    </View>
                  ) : null}
                </View>
                <Card padding="none">
                  {day.items.map(notice => (
                    <NoticeRow key={notice.noticeId} notice={notice} onOpen={() => open(notice)} />
                  ))}
                </Card>
              </View>
            ))}
            <ListEnd
              more={inbox.hasNextPage}
              loading={inbox.isFetchingNextPage}
              failed={inbox.isFetchNextPageError}
              onRetry={() => void inbox.fetchNextPage()}
            />
          </View>
        )
      }}
    </Screen>
  )
}
