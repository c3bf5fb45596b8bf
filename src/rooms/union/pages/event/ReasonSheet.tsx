import { limits } from '@domain/kernel/limits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/ui/button/Button'
import { Chip } from '@/ui/chip/Chip'
import { Field } from '@/ui/field/Field'
import { Sheet } from '@/ui/sheet/Sheet'

export interface ReasonSheetProps {
  open: boolean
  title: string
  label: string
  note: string
  /** The last step's word. */
  confirm: string
  /** Ready reasons, one tap each. */
  reasons: readonly string[]
  onClose: () => void
  onConfirm: (reason: string) => Promise<unknown>
}

/** A no that somebody else has to live with, so it says why. */
export function ReasonSheet(props: ReasonSheetProps) {
  const { open, title, label, note, confirm, reasons, onClose, onConfirm } = props
  const [reason, setReason] = useState('')
  const written = [...reason.trim()].length
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
          <Button
            kind="dangerFilled"
            disabled={written < limits.reasonMin}
            onTap={() => onConfirm(reason.trim())}
          >
            {confirm}
          </Button>
        </>
      }
    >
      <View className="event__options event__question">
        {reasons.map(ready => (
          <Chip key={ready} on={ready === reason} onTap={() => setReason(ready)}>
            {ready}
          </Chip>
        ))}
      </View>
      <Field label={label} multiline maxLength={limits.reasonMax} value={reason} onChange={setReason} />
    </Sheet>
  )
}
