import { dayOf } from '@domain/kernel/time'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, holdCommand, type Output, useCommand, useHeldIds } from '@/api'
import { call } from '@/api/call'
import { ReasonSheet } from '@/rooms/access/public'
import { openPage } from '@/rooms/open'
import { Badge } from '@/ui/badge/Badge'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { sayWhen } from '@/ui/clock/moment'
import { toast } from '@/ui/toast/store'
import { draftQueries } from '../../outdated'
import { saveFeed, savingVerb } from '../../saveFeed'
import { sayDay } from '../../shuttle/busWords'

export type Version = Output<typeof api.selfservice.openShuttleDesk>['history'][number]

async function exportFeed(versionId: string): Promise<void> {
  try {
    const { fileName, zip } = await call(api.selfservice.exportFeed, { versionId })
    await saveFeed(fileName, zip)
  } catch {
    toast.show('没有导出来，看看网络，再试一次')
  }
}

/** What a published version is today. */
function standing({ state, effectiveOn }: Version, now: number, isCurrent: boolean) {
  if (state === 'withdrawn') return { words: '已取消', tone: 'neutral' } as const
  if (effectiveOn !== null && effectiveOn > dayOf(now)) return { words: '等着生效', tone: 'accent' } as const
  return isCurrent
    ? ({ words: '生效中', tone: 'ok' } as const)
    : ({ words: '过去的', tone: 'neutral' } as const)
}

interface WithdrawSheetProps {
  version: Version
  /** Numbers of those that were made from it and go with it. */
  later: readonly number[]
  open: boolean
  onClose: () => void
}

function WithdrawSheet({ version, later, open, onClose }: WithdrawSheetProps) {
  const withdraw = useCommand(api.selfservice.withdrawTimetable, {
    outdates: draftQueries,
    onDone: () => {
      onClose()
      toast.show('取消了，正在告诉关注的同事')
    },
  })
  return (
    <ReasonSheet
      open={open}
      onClose={onClose}
      title={`取消第 ${version.number} 版`}
      label="为什么，同事会看到"
      action="取消这一版"
      refusal
      note={`${later.length > 0 ? `第 ${later.join('、')} 版是在它上面改的，一起取消；` : ''}时刻照旧；通知过的同事会再收到一条`}
      onSend={reason => withdraw.run({ versionId: version.versionId, reason })}
    />
  )
}

export interface VersionRowProps {
  version: Version
  now: number
  /** It counts today. */
  current: boolean
  /** Numbers of those that were published after it and wait as well. */
  later: readonly number[]
}

/** One published version: when, why, by whom. */
export function VersionRow({ version, now, current, later }: VersionRowProps) {
  const [withdrawing, setWithdrawing] = useState(false)
  const { number, effectiveOn, note, by, at, lines, versionId } = version
  const { words, tone } = standing(version, now, current)
  const isAhead = version.state === 'published' && effectiveOn !== null && effectiveOn > dayOf(now)
  return (
    <Card>
      <View className="row row--between row--top gap-8">
        <View className="grow t16 medium">
          第 {number} 版{effectiveOn ? ` · ${sayDay(effectiveOn)}起` : ''}
        </View>
        <Badge tone={tone}>{words}</Badge>
      </View>
      <View className="t14 mt-4">{note}</View>
      <View className="t12 secondary mt-4">
        {lines} 条线 · {by} · {sayWhen(at, now)}
      </View>
      <View className="row gap-8 desk__buttons">
        <Button
          kind="secondary"
          size="small"
          label={`${savingVerb} GTFS：第 ${number} 版`}
          onTap={() => exportFeed(versionId)}
        >
          {savingVerb} GTFS
        </Button>
        {isAhead ? (
          <Button kind="danger" size="small" onTap={() => setWithdrawing(true)}>
            取消这一版
          </Button>
        ) : null}
      </View>
      <WithdrawSheet
        version={version}
        later={later}
        open={withdrawing}
        onClose={() => setWithdrawing(false)}
      />
    </Card>
  )
}

/** A draft of a feed is called as its file was. */
const titleOf = ({ source, note }: Version) => (source === 'import' ? note || '导入的草稿' : '在改的草稿')

/** Hours of work lie in a draft, and a thumb slips: it goes when the undo has counted down. */
function drop(versionId: string, title: string): void {
  holdCommand(
    api.selfservice.dropDraft,
    { versionId },
    {
      ids: [versionId],
      subject: `丢掉「${title}」`,
      outdates: draftQueries,
      said: `丢掉「${title}」`,
      after: '数到 0 就找不回来了，线上不变',
      tooLate: '已经丢掉了，线上没有变',
    },
  )
}

/** One draft: to go on with, or to throw away. */
export function DraftRow({ version, now }: { version: Version; now: number }) {
  const { versionId, by, at, lines } = version
  const title = titleOf(version)
  if (useHeldIds().has(versionId)) return null
  return (
    <Card>
      <View className="row row--between row--top gap-8">
        <View className="grow t16 medium">{title}</View>
        <Badge tone="accent">草稿</Badge>
      </View>
      <View className="t12 secondary mt-4">
        {lines} 条线 · {by} · {sayWhen(at, now)} 改过
      </View>
      <View className="row gap-8 desk__buttons">
        <Button size="small" kind="soft" onTap={() => openPage('selfservice/shuttleDraft', { versionId })}>
          接着改
        </Button>
        <Button size="small" kind="text" label={`丢掉${title}`} onTap={() => drop(versionId, title)}>
          丢掉
        </Button>
      </View>
    </Card>
  )
}
