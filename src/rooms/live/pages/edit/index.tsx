import { dayOf } from '@domain/kernel/time'
import { broadcastLimits } from '@domain/live/broadcast'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, useCommand, useQueryOf } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { replacePage } from '@/rooms/open'
import { PictureRow } from '@/rooms/PictureRow'
import { usePageParams } from '@/rooms/usePageParams'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Field } from '@/ui/field/Field'
import { FieldPair } from '@/ui/field/FieldPair'
import { Nav } from '@/ui/nav/Nav'
import { Options } from '@/ui/options/Options'
import { PickerField } from '@/ui/pickerField/PickerField'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { toast } from '@/ui/toast/store'
import {
  type BroadcastDraft,
  broadcastProblem,
  draftOf,
  emptyBroadcast,
  leads,
  wordsOf,
} from '../../broadcastDraft'
import { outdated } from '../../outdated'
import type { FieldsProps } from './fields'
import { PrizeFields, RewardFields } from './GainFields'
import { PlatformFields } from './PlatformFields'
import './edit.scss'

function Words({ draft, change }: FieldsProps) {
  return (
    <>
      <Field
        label="标题"
        value={draft.title}
        maxLength={broadcastLimits.titleMax}
        placeholder="新款 XC90 发布会"
        onChange={title => change({ title })}
      />
      <Field
        label="讲什么"
        multiline
        value={draft.summary}
        maxLength={broadcastLimits.summaryMax}
        onChange={summary => change({ summary })}
      />
      <Field
        label="现场在哪"
        value={draft.place}
        maxLength={broadcastLimits.placeMax}
        hint="没有现场就空着"
        onChange={place => change({ place })}
      />
      <Field
        label="沃谈会话题"
        value={draft.topic}
        maxLength={broadcastLimits.topicMax}
        placeholder="XC90 发布会"
        hint="不用写 #，空着就不放话题"
        onChange={topic => change({ topic })}
      />
    </>
  )
}

function Times({ draft, change, now }: FieldsProps & { now: number }) {
  return (
    <>
      <PickerField
        label="哪一天"
        mode="date"
        value={draft.on}
        min={dayOf(now)}
        onChange={on => change({ on })}
      />
      <FieldPair>
        <PickerField label="开始" mode="time" value={draft.from} onChange={from => change({ from })} />
        <PickerField label="结束" mode="time" value={draft.to} onChange={to => change({ to })} />
      </FieldPair>
      <Options
        label="提前多久出现在掌动态"
        options={leads}
        value={draft.lead}
        onChange={lead => change({ lead })}
      />
    </>
  )
}

interface FormProps {
  opened: Output<typeof api.live.openEdit> | undefined
  broadcastId: string | undefined
  now: number
  webHosts: readonly string[]
}

function Form({ opened, broadcastId, now, webHosts }: FormProps) {
  const [draft, setDraft] = useState(() => (opened ? draftOf(opened) : emptyBroadcast))
  const change = (part: Partial<BroadcastDraft>) => setDraft(before => ({ ...before, ...part }))
  const save = useCommand(api.live.saveBroadcast, {
    outdates: outdated,
    onDone: saved => {
      toast.show('存好了')
      replacePage('live/run', { broadcastId: saved.broadcastId })
    },
  })
  const problem = broadcastProblem(draft, { hasCover: opened !== undefined, now, webHosts })
  const send = () =>
    save.run({
      ...(opened && broadcastId ? { of: { broadcastId, version: opened.version } } : {}),
      words: wordsOf(draft),
      ...(draft.coverFileId ? { coverFileId: draft.coverFileId } : {}),
    })
  const fields = { draft, change }
  return (
    <View className="live-edit">
      <PictureRow
        title="封面"
        meta="横的，16 : 9 最合适"
        fileId={draft.coverFileId ?? opened?.coverFileId ?? null}
        onChange={coverFileId => change({ coverFileId })}
      />
      <Words {...fields} />
      <Times {...fields} now={now} />
      <PlatformFields {...fields} webHosts={webHosts} />
      <RewardFields {...fields} />
      <PrizeFields {...fields} />
      <BottomBar {...(problem ? { consequence: problem } : {})}>
        <Button disabled={problem !== undefined} onTap={send}>
          保存
        </Button>
      </BottomBar>
    </View>
  )
}

/** 办和改直播. A new one asks the desk what a host may use. */
export default function EditPage() {
  const { broadcastId } = usePageParams()
  const known = useQueryOf(
    api.live.openEdit,
    { broadcastId: broadcastId ?? '' },
    { enabled: broadcastId !== undefined, staleMs: 0, kept: false },
  )
  const desk = useQueryOf(api.live.openDesk, {}, { enabled: broadcastId === undefined, kept: false })
  const nav = <Nav title={broadcastId ? '改直播' : '办一场直播'} close />
  if (broadcastId === undefined)
    return (
      <Screen
        column
        nav={nav}
        side={<DeskMenu here="live/desk" />}
        query={desk}
        skeleton={<SkeletonRows count={6} />}
        ownBar
      >
        {({ now, webHosts }) => (
          <Form opened={undefined} broadcastId={undefined} now={now} webHosts={webHosts} />
        )}
      </Screen>
    )
  return (
    <Screen
      column
      nav={nav}
      side={<DeskMenu here="live/desk" />}
      query={known}
      skeleton={<SkeletonRows count={6} />}
      ownBar
    >
      {opened => (
        <Form
          key={opened.version}
          opened={opened}
          broadcastId={broadcastId}
          now={opened.now}
          webHosts={opened.webHosts}
        />
      )}
    </Screen>
  )
}
