import {
  type Correctable,
  correctableFields,
  correctableWords,
  correctedFields,
} from '@domain/identity/correction'
import { limits } from '@domain/kernel/limits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, useCommand, useSession } from '@/api'
import { Button } from '@/ui/button/Button'
import { Field } from '@/ui/field/Field'
import { Sheet } from '@/ui/sheet/Sheet'
import { toast } from '@/ui/toast/store'

interface CorrectionSheetProps {
  open: boolean
  onClose: () => void
}

/** What is still missing; undefined: it can be sent. */
function problemOf(changed: number, draft: Partial<Correctable>, reason: string): string | undefined {
  if (changed === 0) return '改成对的再交，没错的不用动'
  if (Object.values(draft).some(value => value.trim() === '')) return '改过的那一项不能空着'
  if (draft.name !== undefined && [...draft.name.trim()].length < 2) return '姓名至少两个字'
  return [...reason.trim()].length < limits.reasonMin ? '写一句哪里不对，人力资源好核对' : undefined
}

/** What somebody finds wrong about themselves on the roster, and why, for HR. */
export function CorrectionSheet({ open, onClose }: CorrectionSheetProps) {
  const { me } = useSession()
  const [draft, setDraft] = useState<Partial<Correctable>>({})
  const [reason, setReason] = useState('')
  const request = useCommand(api.identity.requestCorrection, {
    outdates: [api.identity.openMyData],
    onDone: () => {
      setDraft({})
      setReason('')
      onClose()
      toast.show('交给人力资源了，答复会进收件箱')
    },
  })
  const known: Correctable = {
    name: me?.name ?? '',
    department: me?.department ?? '',
    site: me?.site ?? '',
  }
  const fields = correctedFields(
    known,
    Object.fromEntries(Object.entries(draft).map(([field, value]) => [field, value.trim()])),
  )
  const problem = problemOf(fields.length, draft, reason)
  const send = () =>
    request.run({
      ...Object.fromEntries(fields.map(({ field, becomes }) => [field, becomes])),
      reason: reason.trim(),
    })
  return (
    <Sheet
      open={open}
      title="名单上写错了"
      onClose={onClose}
      note={problem ?? '人力资源核对后改名单，在那之前不变'}
      action={
        <Button disabled={problem !== undefined} onTap={send}>
          交给人力资源
        </Button>
      }
    >
      {correctableFields.map(field => (
        <Field
          key={field}
          label={correctableWords[field]}
          maxLength={limits.nameMax}
          value={draft[field] ?? known[field]}
          onChange={value => setDraft({ ...draft, [field]: value })}
        />
      ))}
      <View className="mt-12">
        <Field
          label="哪里不对"
          multiline
          maxLength={limits.reasonMax}
          value={reason}
          placeholder="十月调到了总装，名单还是质量"
          onChange={setReason}
        />
      </View>
    </Sheet>
  )
}
