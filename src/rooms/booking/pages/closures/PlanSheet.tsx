import { limits } from '@domain/kernel/limits'
import { View } from '@tarojs/components'
import { api, useCommand, useQueryOf } from '@/api'
import { useDraft } from '@/rooms/useDraft'
import { spokenAs } from '@/ui/a11y/spoken'
import { Button } from '@/ui/button/Button'
import { Chip } from '@/ui/chip/Chip'
import { Field } from '@/ui/field/Field'
import { Sheet } from '@/ui/sheet/Sheet'
import { toast } from '@/ui/toast/store'
import { deskQueries } from '../../outdated'
import { closureProblem, closureTimes, emptyClosure, sayEffect } from './closureDraft'
import { type FieldsProps, TimesFields } from './TimesFields'

const reasons = ['设备检修', '布置新展', '公司活动', '天气原因']

function Why({ draft, change }: Pick<FieldsProps, 'draft' | 'change'>) {
  return (
    <>
      <View className="closures__reasons">
        {reasons.map(ready => (
          <Chip key={ready} on={ready === draft.reason} onTap={() => change({ reason: ready })}>
            {ready}
          </Chip>
        ))}
      </View>
      <Field
        label="为什么，客人会看到"
        maxLength={limits.reasonMax}
        value={draft.reason}
        placeholder="选一个，或写一句"
        onChange={reason => change({ reason })}
      />
    </>
  )
}

/** Whom it would touch, told before it is done. */
function Effect({ centreId, times }: { centreId: string; times: { fromAt: number; untilAt: number } }) {
  const preview = useQueryOf(api.booking.previewClosure, { centreId, ...times }, { staleMs: 0, kept: false })
  return (
    <View className="closures__effect" aria-live="polite" {...spokenAs('status')}>
      {preview.data ? sayEffect(preview.data) : preview.isError ? '没能看到会影响谁' : '正在看会影响谁…'}
    </View>
  )
}

export interface PlanSheetProps {
  open: boolean
  centreId: string
  now: number
  onClose: () => void
}

/** A new closure: when, why, and what it does to those who have booked. */
export function PlanSheet({ open, centreId, now, onClose }: PlanSheetProps) {
  const { draft, change, drop } = useDraft(`booking.closure.${centreId}`, emptyClosure)
  const plan = useCommand(api.booking.planClosure, {
    outdates: deskQueries,
    onDone: () => {
      drop()
      onClose()
      toast.show('安排好了，正在通知约过的客人')
    },
  })
  const problem = closureProblem(draft, now)
  const times = closureTimes(draft)
  const fields = { draft, change, now }
  return (
    <Sheet
      open={open}
      title="安排闭馆"
      onClose={onClose}
      note={problem ?? '取消闭馆可以重新开放，换走的客人保留新时间'}
      action={
        <Button
          kind="dangerFilled"
          disabled={problem !== undefined}
          onTap={() => (times ? plan.run({ centreId, ...times, reason: draft.reason.trim() }) : undefined)}
        >
          闭馆并通知
        </Button>
      }
    >
      <TimesFields {...fields} />
      <Why {...fields} />
      {times && times.untilAt > now ? <Effect centreId={centreId} times={times} /> : null}
    </Sheet>
  )
}
