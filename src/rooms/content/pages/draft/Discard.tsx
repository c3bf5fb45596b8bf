import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, useCommand } from '@/api'
import { backOr } from '@/rooms/open'
import { Button } from '@/ui/button/Button'
import { Sheet } from '@/ui/sheet/Sheet'
import { toast } from '@/ui/toast/store'
import type { Opened } from './articleDraft'

const outdates = [api.content.openNewsroom, api.access.openInbox] as const

interface DiscardProps {
  opened: Pick<Opened, 'articleId' | 'version'>
  /** What is on this phone alone goes with it. */
  onDone?: () => void
}

/** Throws a new version away, once that was asked. */
export function Discard({ opened, onDone }: DiscardProps) {
  const { articleId, version } = opened
  const [asking, setAsking] = useState(false)
  const discard = useCommand(api.content.discardRevision, { outdates })
  const send = async () => {
    if (!(await discard.run({ articleId, version }))) return
    onDone?.()
    await backOr('content/newsroom')
    toast.show('这一版丢掉了，已发布的没有变')
  }
  return (
    <View className="pad">
      <Button kind="text" onTap={() => setAsking(true)}>
        丢掉这一版
      </Button>
      <Sheet
        open={asking}
        title="丢掉这一版"
        onClose={() => setAsking(false)}
        action={
          <Button block kind="dangerFilled" onTap={send}>
            丢掉，不要了
          </Button>
        }
        note="写的和存过的都不再找得回来；原来那篇文章不受影响。"
      >
        {null}
      </Sheet>
    </View>
  )
}
