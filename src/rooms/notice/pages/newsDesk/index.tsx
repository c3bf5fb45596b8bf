import { View } from '@tarojs/components'
import { useState } from 'react'
import {
  api,
  type Output,
  useCommand,
  useEndlessPages,
  usePagesOf,
  usePullToRefresh,
  useRefreshFromTop,
  useRefreshOnShow,
} from '@/api'
import { ReasonSheet } from '@/rooms/access/public'
import { DeskMenu } from '@/rooms/DeskMenu'
import { openPage } from '@/rooms/open'
import { Badge } from '@/ui/badge/Badge'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { sayWhen } from '@/ui/clock/moment'
import { ListEnd } from '@/ui/listEnd/ListEnd'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { toast } from '@/ui/toast/store'

type Sent = Output<typeof api.notice.openNewsDesk>['sent'][number]

const reasons = [
  { label: '写错了', sentence: '内容有误，会重新发一条。' },
  { label: '发错了人', sentence: '收件范围选错了。' },
  { label: '情况变了', sentence: '情况有变，以后面的消息为准。' },
]

function SentCard({ sent, now, onWithdraw }: { sent: Sent; now: number; onWithdraw: () => void }) {
  const { title, body, to, reach, from, at, sentBy, withdrawn } = sent
  return (
    <Card>
      <View className="row row--between gap-12">
        <View className="t16 medium grow">{title}</View>
        <Badge tone={withdrawn ? 'neutral' : 'accent'}>{withdrawn ? '已撤回' : from}</Badge>
      </View>
      <View className="t14 secondary mt-4 clamp-2">{body}</View>
      <View className="row row--between gap-12 mt-8">
        <View className="t12 secondary grow">
          {to} · {reach.toLocaleString('en-US')} 人 · {sentBy} · {sayWhen(at, now)}
        </View>
        {withdrawn ? null : (
          <Button kind="text" size="small" label={`撤回「${title}」`} onTap={onWithdraw}>
            撤回
          </Button>
        )}
      </View>
    </Card>
  )
}

/** Takes a piece of news back, with a reason that is kept. */
function useWithdrawal() {
  const [asked, setAsked] = useState<Sent>()
  const withdraw = useCommand(api.notice.withdrawNews, {
    outdates: [api.notice.openNewsDesk, api.notice.listNotices],
    onDone: () => {
      setAsked(undefined)
      toast.show('撤回了，通知里不再有')
    },
  })
  const sheet = (
    <ReasonSheet
      open={asked !== undefined}
      onClose={() => setAsked(undefined)}
      title={`撤回「${asked?.title ?? ''}」`}
      label="为什么撤回，留在记录里"
      placeholder="写一句话"
      reasons={reasons}
      action="撤回"
      refusal
      note="撤回后不能恢复，可以再发一条。"
      onSend={reason => (asked ? withdraw.run({ newsId: asked.newsId, reason }) : undefined)}
    />
  )
  return { ask: setAsked, sheet }
}

/** 发官方消息: what was sent, to whom and how many, and the way to the next. */
export default function NewsDeskPage() {
  const desk = usePagesOf(api.notice.openNewsDesk, {}, { staleMs: 0, kept: false })
  usePullToRefresh(useRefreshFromTop(desk.queryKey, desk))
  useEndlessPages(desk)
  useRefreshOnShow(desk)
  const withdrawal = useWithdrawal()
  const write = () => openPage('notice/newsEdit')
  const isEmpty = desk.data?.pages.every(({ sent }) => sent.length === 0) ?? true
  return (
    <Screen
      nav={<Nav title="官方消息" />}
      side={<DeskMenu here="notice/newsDesk" />}
      query={desk}
      skeleton={<SkeletonRows count={4} />}
      isEmpty={() => isEmpty}
      empty={{
        title: '还没有发过消息',
        sentence: '写一次，所有同事、一个园区、一个部门或一个协会的人都在通知里看到。',
        action: { label: '写一条', onTap: write },
      }}
      bar={
        isEmpty ? undefined : (
          <BottomBar>
            <Button onTap={write}>写一条</Button>
          </BottomBar>
        )
      }
    >
      {({ pages }) => (
        <View className="pad column gap-12 desk-cards">
          {pages.flatMap(({ sent, now }) =>
            sent.map(one => (
              <SentCard key={one.newsId} sent={one} now={now} onWithdraw={() => withdrawal.ask(one)} />
            )),
          )}
          <ListEnd of={desk} />
          {withdrawal.sheet}
        </View>
      )}
    </Screen>
  )
}
