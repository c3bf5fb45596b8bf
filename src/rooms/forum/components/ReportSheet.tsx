import { REPORT_NOTE_MAX, type ReportReason, reportReasonNames, reportReasons } from '@domain/forum/reports'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, useCommand } from '@/api'
import { Button } from '@/ui/button/Button'
import { Chip } from '@/ui/chip/Chip'
import { Field } from '@/ui/field/Field'
import { Sheet } from '@/ui/sheet/Sheet'
import { toast } from '@/ui/toast/store'
import { hasReported, noteReported } from '../reported'
import './reasonSheet.scss'

interface ReportSheetProps {
  open: boolean
  kind: 'post' | 'comment'
  id: string
  onClose: () => void
}

/** In the place of the form: a thing is reported once. */
function Reported({ open, kind, onClose }: Omit<ReportSheetProps, 'id'>) {
  return (
    <Sheet open={open} title={kind === 'post' ? '举报这篇帖子' : '举报这条评论'} onClose={onClose}>
      <View className="t16">你已经举报过了，版主看过会告诉你。</View>
    </Sheet>
  )
}

/** What is wrong with somebody's post or comment, in one tap and a second one to send it. */
export function ReportSheet({ open, kind, id, onClose }: ReportSheetProps) {
  const [reason, setReason] = useState<ReportReason>()
  const [note, setNote] = useState('')
  const report = useCommand(api.forum.report, {
    onDone: () => {
      onClose()
      noteReported(kind, id)
      toast.show('收到了，版主看过会告诉你')
    },
    onError: ({ code }) => {
      if (code !== 'FORUM_ALREADY_REPORTED') return false
      noteReported(kind, id)
      return true
    },
  })
  // The phone is asked only where it is about to be reported.
  if (open && hasReported(kind, id)) return <Reported {...{ open, kind, onClose }} />
  const written = note.trim()
  const missing = !reason ? '还没选为什么' : reason === 'other' && written === '' ? '写一句为什么' : undefined
  const send = async () => {
    if (!reason) return
    await report.run({ kind, id, reason, ...(written === '' ? {} : { note: written }) })
  }
  return (
    <Sheet
      open={open}
      title={kind === 'post' ? '举报这篇帖子' : '举报这条评论'}
      onClose={onClose}
      missing={missing}
      note="对方看不到是谁举报的。版主在 24 小时内答复。"
      action={
        <Button block disabled={missing !== undefined} onTap={send}>
          举报
        </Button>
      }
    >
      <View className="reason-sheet__usual">
        {reportReasonNames.map(name => (
          <Chip key={name} on={name === reason} onTap={() => setReason(name)}>
            {reportReasons[name]}
          </Chip>
        ))}
      </View>
      {reason ? (
        <Field
          label={reason === 'other' ? '为什么' : '补充一句（可以不写）'}
          multiline
          maxLength={REPORT_NOTE_MAX}
          value={note}
          placeholder="只有版主看得到"
          onChange={setNote}
        />
      ) : null}
    </Sheet>
  )
}
