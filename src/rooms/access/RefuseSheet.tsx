import { limits } from '@domain/kernel/limits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/ui/button/Button'
import { Chip } from '@/ui/chip/Chip'
import { Field } from '@/ui/field/Field'
import { Sheet } from '@/ui/sheet/Sheet'
import { reasonIsGood } from './refusal'
import './refuseSheet.scss'

export interface RefuseSheetProps {
  open: boolean
  onClose: () => void
  /** "陈嘉禾", "3 位同事". */
  who: string
  reasons: readonly { label: string; sentence: string }[]
  onRefuse: (reason: string) => void
  title?: string
  action?: string
  note?: string
}

/** 为什么拒绝: a ready reason or one's own words; they are what the person reads. */
export function RefuseSheet({
  open,
  onClose,
  who,
  reasons,
  onRefuse,
  title = '为什么拒绝',
  action = '拒绝并说明',
  note = '5 秒内可以撤销，之后留在审批记录里',
}: RefuseSheetProps) {
  const [label, setLabel] = useState('')
  const [reason, setReason] = useState('')
  const choose = (ready: { label: string; sentence: string }) => {
    setLabel(ready.label)
    setReason(ready.sentence)
  }
  return (
    <Sheet
      open={open}
      title={title}
      onClose={onClose}
      note={note}
      action={
        <>
          <Button kind="secondary" onTap={onClose}>
            再想想
          </Button>
          <Button kind="dangerFilled" disabled={!reasonIsGood(reason)} onTap={() => onRefuse(reason.trim())}>
            {action}
          </Button>
        </>
      }
    >
      <View className="refuse__reasons">
        {reasons.map(ready => (
          <Chip key={ready.label} on={ready.label === label} onTap={() => choose(ready)}>
            {ready.label}
          </Chip>
        ))}
      </View>
      <Field
        label={`${who}会看到`}
        multiline
        maxLength={limits.reasonMax}
        value={reason}
        placeholder="写一句，让人知道下一步怎么走"
        onChange={setReason}
      />
    </Sheet>
  )
}
