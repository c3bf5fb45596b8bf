import { reportReasonNames, reportReasons } from '@domain/forum/reports'
import { limits } from '@domain/kernel/limits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/ui/button/Button'
import { Chip } from '@/ui/chip/Chip'
import { Field } from '@/ui/field/Field'
import { Sheet } from '@/ui/sheet/Sheet'

import './reasonSheet.scss'

interface ReasonSheetProps {
  open: boolean
  /** "移除这篇帖子" */
  title: string
  onClose: () => void
  onConfirm: (reason: string) => unknown
}

/** What colleagues report for, in the same words. */
const usualReasons = reportReasonNames.filter(name => name !== 'other').map(name => reportReasons[name])

/** The last step of a moderator: the reason is what the author will read. */
export function ReasonSheet({ open, title, onClose, onConfirm }: ReasonSheetProps) {
  const [reason, setReason] = useState('')
  const written = [...reason.trim()].length >= limits.reasonMin
  return (
    <Sheet
      open={open}
      title={title}
      onClose={onClose}
      missing={written ? undefined : '选一个或写一句理由'}
      note="5 秒内可以撤销。之后作者会收到理由，沃币扣回，7 天内可以申诉。"
      action={
        <Button kind="dangerFilled" block disabled={!written} onTap={() => onConfirm(reason.trim())}>
          移除
        </Button>
      }
    >
      <View className="reason-sheet__usual">
        {usualReasons.map(usual => (
          <Chip key={usual} on={usual === reason} onTap={() => setReason(usual)}>
            {usual}
          </Chip>
        ))}
      </View>
      <Field
        label="理由"
        value={reason}
        onChange={setReason}
        multiline
        maxLength={limits.reasonMax}
        placeholder="写一句对方看得懂的话"
      />
    </Sheet>
  )
}
