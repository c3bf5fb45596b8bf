import { needsNote, type RecruiterAction, recruiterActionNames } from '@domain/careers/candidate'
import { useState } from 'react'
import { Button } from '@/ui/button/Button'
import { Field } from '@/ui/field/Field'
import { Sheet } from '@/ui/sheet/Sheet'

interface StepSheetProps {
  /** Undefined: closed. */
  action: RecruiterAction | undefined
  /** Whom it is about: "3 位候选人". */
  whom: string
  onClose: () => void
  onDo: (action: RecruiterAction, note: string) => Promise<unknown>
}

/** One step with a word for colleagues of recruiting, which some steps can't do without. */
export function StepSheet({ action, whom, onClose, onDo }: StepSheetProps) {
  const [note, setNote] = useState('')
  const isMissing = action !== undefined && needsNote(action) && note.trim() === ''
  const name = action ? recruiterActionNames[action] : ''
  return (
    <Sheet
      open={action !== undefined}
      title={`${name}，${whom}`}
      onClose={onClose}
      missing={isMissing ? '写一句原因，留给招聘的同事' : undefined}
      note="推荐人和申请人会收到进展，看不到这句话"
      action={
        <Button
          block
          disabled={isMissing}
          onTap={async () => {
            if (action === undefined) return
            await onDo(action, note.trim())
            setNote('')
            onClose()
          }}
        >
          {name}
        </Button>
      }
    >
      <Field
        label={isMissing ? '原因' : '备注（可不填）'}
        multiline
        value={note}
        maxLength={200}
        onChange={setNote}
      />
    </Sheet>
  )
}
