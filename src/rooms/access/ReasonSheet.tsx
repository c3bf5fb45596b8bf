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
  placeholder?: string
  /** One tap each; where label and sentence are one, that. None: one's own words alone. */
  reasons?: readonly (ReadyReason | string)[]
  /** The words on the last button. */
  action: string
  /** Red is for the last step of a refusal. */
  refusal: boolean
  note: string
  onSend: (reason: string) => Promise<unknown> | undefined
}

const asReady = (reason: ReadyReason | string): ReadyReason =>
  typeof reason === 'string' ? { label: reason, sentence: reason } : reason

/** A ready reason or one's own words, and then the last step. Says what is missing until there is a reason. */
export function ReasonSheet(props: ReasonSheetProps) {
  const { open, onClose, title, label, placeholder, reasons = [], action, refusal, note, onSend } = props
  const [ready, setReady] = useState('')
  const [reason, setReason] = useState('')
  const choose = (chosen: ReadyReason) => {
    setReady(chosen.label)
    setReason(chosen.sentence)
  }
  const isGood = reasonIsGood(reason)
  const missing = reasons.length > 0 ? '选一个或写一句原因' : '写一句原因'
  return (
    <Sheet
      open={open}
      title={title}
      onClose={onClose}
      note={isGood ? note : `${missing}，${note}`}
      action={
        <>
          <Button kind="secondary" onTap={onClose}>
            再想想
          </Button>
          <Button
            kind={refusal ? 'dangerFilled' : 'primary'}
            disabled={!isGood}
            onTap={() => onSend(reason.trim())}
          >
            {action}
          </Button>
        </>
      }
    >
      {reasons.length > 0 ? (
        <View className="reason-sheet__ready">
          {reasons.map(asReady).map(one => (
            <Chip key={one.label} on={one.label === ready} onTap={() => choose(one)}>
              {one.label}
            </Chip>
          ))}
        </View>
      ) : null}
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
