import { limits } from '@domain/kernel/limits'
import { useState } from 'react'
import { Button } from '@/ui/button/Button'
import { Field } from '@/ui/field/Field'
import { Sheet } from '@/ui/sheet/Sheet'

interface RetireSheetProps {
  open: boolean
  title: string
  note: string
  action: string
  placeholder: string
  onRetire: (reason: string) => Promise<unknown>
  onClose: () => void
}

/** Ends a court or a course for good: those who have booked it are told why. */
export function RetireSheet({ open, title, note, action, placeholder, onRetire, onClose }: RetireSheetProps) {
  const [reason, setReason] = useState('')
  const why = reason.trim()
  return (
    <Sheet
      open={open}
      title={title}
      onClose={onClose}
      note={note}
      action={
        <Button kind="dangerFilled" disabled={[...why].length < limits.reasonMin} onTap={() => onRetire(why)}>
          {action}
        </Button>
      }
    >
      <Field
        label="为什么，约了的同事会看到"
        maxLength={limits.reasonMax}
        value={reason}
        placeholder={placeholder}
        onChange={setReason}
      />
    </Sheet>
  )
}
