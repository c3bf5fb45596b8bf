import { limits } from '@domain/kernel/limits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/ui/button/Button'
import { Chip } from '@/ui/chip/Chip'
import { Field } from '@/ui/field/Field'
import { Sheet } from '@/ui/sheet/Sheet'
import { reasonIsGood } from './reasons'
import './reasonSheet.scss'

export interface ReadyReason {
  label: string
  sentence: string
}

export interface ReasonSheetProps {
  open: boolean
  onClose: () => void
  title: string
  /** Above the box: who reads it, or what it is kept for. */
  label: string
  placeholder: string
  reasons: readonly ReadyReason[]
  /** The words on the last button. */
  action: string
  /** Red is for the last step of a refusal. */
  refusal: boolean
  note: string
  onSend: (reason: string) => Promise<unknown> | undefined
}

/** A ready reason or one's own words, and then the last step. */
export function ReasonSheet(props: ReasonSheetProps) {
  const { open, onClose, title, label, placeholder, reasons, action, refusal, note, onSend } = props
  const [ready, setReady] = useState('')
  const [reason, setReason] = useState('')
  const choose = (chosen: ReadyReason) => {
    setReady(chosen.label)
    setReason(chosen.sentence)
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
          <Button
            kind={refusal ? 'dangerFilled' : 'primary'}
            disabled={!reasonIsGood(reason)}
            onTap={() => onSend(reason.trim())}
          >
            {action}
          </Button>
        </>
      }
    >
      <View className="reason-sheet__ready">
        {reasons.map(one => (
          <Chip key={one.label} on={one.label === ready} onTap={() => choose(one)}>
            {one.label}
          </Chip>
        ))}
      </View>
      <Field
        label={label}
        multiline
        maxLength={limits.reasonMax}
        value={reason}
        placeholder={placeholder}
        onChange={setReason}
      />
    </Sheet>
  )
}
