import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, useCommand, useQueryOf } from '@/api'
import { backOr } from '@/rooms/open'
import { spokenAs } from '@/ui/a11y/spoken'
import { Badge } from '@/ui/badge/Badge'
import { Button } from '@/ui/button/Button'
import { Field } from '@/ui/field/Field'
import { PickerField } from '@/ui/pickerField/PickerField'
import { Sheet } from '@/ui/sheet/Sheet'
import { toast } from '@/ui/toast/store'
import { draftQueries, ridingQueries } from '../../outdated'
import { sayDay } from '../../shuttle/busWords'
import { hindranceOf, sayWaiting } from '../../shuttle/problemWords'

export interface PublishSheetProps {
  versionId: string
  revision: number
  open: boolean
  onClose: () => void
}

const kindTones = { new: 'ok', gone: 'bad', changed: 'accent' } as const
const kindWords = { new: '新开', gone: '停运', changed: '有变' } as const

/** The last look: what changes, whom it touches, from which day, and why. */
export function PublishSheet({ versionId, revision, open, onClose }: PublishSheetProps) {
  const preview = useQueryOf(
    api.selfservice.previewDraft,
    { versionId },
    { enabled: open, staleMs: 0, kept: false },
  )
  const [on, setOn] = useState('')
  const [note, setNote] = useState('')
  const publish = useCommand(api.selfservice.publishDraft, {
    outdates: [...draftQueries, ...ridingQueries],
    onDone: ({ number, effectiveOn }) => {
      toast.show(`第 ${number} 版发布了，${sayDay(effectiveOn)}起生效`)
      void backOr('selfservice/shuttleDesk')
    },
  })
  const { data } = preview
  const problem = hindranceOf(data, on, note)
  return (
    <Sheet
      open={open}
      title="发布"
      onClose={onClose}
      note={problem ?? '生效前可以取消；关注的同事现在和前一天傍晚各收到一次提醒'}
      action={
        <Button
          disabled={problem !== undefined}
          onTap={() => publish.run({ versionId, revision, effectiveOn: on, note: note.trim() })}
        >
          发布并通知
        </Button>
      }
    >
      <View aria-live="polite" {...spokenAs('status')}>
        {(data?.changes ?? []).map(({ lineId, name, kind, words }) => (
          <View key={lineId} className="draft__change">
            <View className="row gap-8">
              <View className="t16 medium">{name}</View>
              <Badge tone={kindTones[kind]}>{kindWords[kind]}</Badge>
            </View>
            <View className="t14 secondary">{words}</View>
          </View>
        ))}
        {data && data.changes.length > 0 ? (
          <View className="t14 mt-8">{data.followers} 位关注这些线的同事会收到通知。</View>
        ) : null}
      </View>
      <PickerField
        label="从哪天起"
        mode="date"
        value={on}
        {...(data ? { min: data.earliestOn } : {})}
        onChange={setOn}
      />
      {data?.waiting ? (
        <View className="t12 secondary">
          {sayWaiting(data.waiting)}。要更早，先在「班车时刻表」里取消那一版。
        </View>
      ) : null}
      <Field label="为什么，同事会看到" maxLength={200} value={note} onChange={setNote} />
    </Sheet>
  )
}
