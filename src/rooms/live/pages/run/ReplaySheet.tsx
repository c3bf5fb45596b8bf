import type { Platform } from '@domain/live/platform'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, useCommand } from '@/api'
import { Button } from '@/ui/button/Button'
import { Field } from '@/ui/field/Field'
import { Options } from '@/ui/options/Options'
import { Sheet } from '@/ui/sheet/Sheet'
import { toast } from '@/ui/toast/store'
import { outdated } from '../../outdated'

interface ReplaySheetProps {
  opened: Output<typeof api.live.openRun>
  open: boolean
  onClose: () => void
}

const kinds = [
  { key: 'web', text: '网页' },
  { key: 'channels', text: '视频号' },
] as const

/** Where it can be seen again. */
export function ReplaySheet({ opened, open, onClose }: ReplaySheetProps) {
  const { broadcastId, version, replay } = opened.broadcast
  const [kind, setKind] = useState<'web' | 'channels'>(replay?.kind === 'channels' ? 'channels' : 'web')
  const [url, setUrl] = useState(replay?.kind === 'web' ? replay.url : '')
  const [finder, setFinder] = useState(replay?.kind === 'channels' ? replay.finderUserName : '')
  const [feed, setFeed] = useState(replay?.kind === 'channels' ? (replay.feedId ?? '') : '')
  const give = useCommand(api.live.giveReplay, {
    outdates: outdated,
    onDone: () => {
      onClose()
      toast.show('回放放好了')
    },
  })
  const platform: Platform =
    kind === 'web'
      ? { kind, url: url.trim() }
      : { kind, finderUserName: finder.trim(), feedId: feed.trim() || null }
  const isWhole =
    kind === 'web' ? /^https:\/\/\S+$/.test(url.trim()) : finder.trim() !== '' && feed.trim() !== ''
  return (
    <Sheet
      open={open}
      title="放回放"
      onClose={onClose}
      note="同事马上能看到，之后可以换"
      action={
        <Button
          disabled={!isWhole}
          onTap={() => give.run({ broadcastId, version, replay: { platform, from: opened.now } })}
        >
          放上去
        </Button>
      }
    >
      <Options label="在哪里看" options={kinds} value={kind} onChange={setKind} />
      <View className="mt-12">
        {kind === 'web' ? (
          <Field label="回放网址" value={url} maxLength={400} placeholder="https://" onChange={setUrl} />
        ) : (
          <>
            <Field label="视频号 ID" value={finder} maxLength={64} onChange={setFinder} />
            <Field label="视频的 feedId" value={feed} maxLength={200} onChange={setFeed} />
          </>
        )}
      </View>
    </Sheet>
  )
}
