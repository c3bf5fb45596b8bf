import { View } from '@tarojs/components'
import { api, useQueryOf } from '@/api'
import { Badge } from '@/ui/badge/Badge'
import { Button } from '@/ui/button/Button'
import { Sheet } from '@/ui/sheet/Sheet'
import type { Audience, NewsDraft } from '../../newsDraft'

interface PreviewProps {
  open: boolean
  draft: NewsDraft
  audience: Audience
  onClose: () => void
  onSend: () => unknown
}

/** The news as it will be read, and how many will: the last look before it is sent. */
export function Preview({ open, draft, audience, onClose, onSend }: PreviewProps) {
  const query = useQueryOf(api.notice.previewNews, { audience }, { enabled: open, staleMs: 0, kept: false })
  const { data, error } = query
  return (
    <Sheet
      open={open}
      title="发出前再看一眼"
      onClose={onClose}
      action={
        <Button block disabled={!data} onTap={onSend}>
          {data ? `发给 ${data.reach.toLocaleString('en-US')} 人` : '正在数有多少人'}
        </Button>
      }
      note="发出后可以撤回，已经看过的人不会忘记。"
    >
      <View className="news-edit__preview">
        <View className="t20 bold">{draft.title}</View>
        {data ? (
          <View className="row gap-8 mt-8">
            <Badge tone="accent" icon="verified">
              {data.from}
            </Badge>
            <View className="t12 secondary">发给{data.to}</View>
          </View>
        ) : null}
        {error ? <View className="t14 bad mt-8">{error.message}</View> : null}
        <View className="news-edit__body">{draft.body}</View>
      </View>
    </Sheet>
  )
}
