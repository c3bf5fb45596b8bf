import { type ReportReason, reportReasonNames, reportReasons } from '@domain/forum/reports'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, useCommand } from '@/api'
import { Button } from '@/ui/button/Button'
import { Chip } from '@/ui/chip/Chip'
import { Sheet } from '@/ui/sheet/Sheet'
import { toast } from '@/ui/toast/store'
import './reasonSheet.scss'

interface ReportSheetProps {
  open: boolean
  kind: 'post' | 'comment'
  id: string
  onClose: () => void
}

/** What is wrong with somebody's post or comment, in one tap and a second one to send it. */
export function ReportSheet({ open, kind, id, onClose }: ReportSheetProps) {
  const [reason, setReason] = useState<ReportReason>()
  const report = useCommand(api.forum.report, {
    onDone: () => toast.show('收到了，版主看过会告诉你'),
  })
  const send = async () => {
    if (!reason) return
    await report.run({ kind, id, reason })
    onClose()
  }
  return (
    <Sheet
      open={open}
      title={kind === 'post' ? '举报这篇帖子' : '举报这条评论'}
      onClose={onClose}
      missing={reason ? undefined : '还没选为什么'}
      note="对方看不到是谁举报的。版主在 24 小时内答复。"
      action={
        <Button block disabled={!reason} onTap={send}>
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
    </Sheet>
  )
}
