import { type Platform, platformKindKeys, platformKinds } from '@domain/live/platform'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, useCommand } from '@/api'
import { Button } from '@/ui/button/Button'
import { Field } from '@/ui/field/Field'
import { Options } from '@/ui/options/Options'
import { Sheet } from '@/ui/sheet/Sheet'
import { toast } from '@/ui/toast/store'
import { MiniProgramFields } from '../../MiniProgramFields'
import { outdated } from '../../outdated'
import { type ReplayDraft, replayDraftOf, replayFrom, replayOf } from '../../replayDraft'

interface ReplaySheetProps {
  opened: Output<typeof api.live.openRun>
  open: boolean
  onClose: () => void
}

const kinds = platformKindKeys.map(key => ({ key, text: platformKinds[key].zh }))
/** What an address of each kind is taken by. */
const missing: Record<ReplayDraft['kind'], string> = {
  web: '还没写网址，以 https:// 开头',
  miniProgram: '还没写 AppID，wx 开头，共 18 位',
  channels: '还没写全：sph 开头的 ID 和 feedId',
}
const moments = [
  { key: 'now', text: '现在' },
  { key: 'morning', text: '明天 9:00' },
] as const

interface FieldsProps {
  draft: ReplayDraft
  change: (part: Partial<ReplayDraft>) => void
}

/** The address, as its platform has them. */
function AddressFields({ draft, change }: FieldsProps) {
  if (draft.kind === 'web')
    return (
      <Field
        label="回放网址"
        value={draft.url}
        maxLength={400}
        placeholder="https://"
        onChange={url => change({ url })}
      />
    )
  if (draft.kind === 'miniProgram') return <MiniProgramFields draft={draft} change={change} />
  return (
    <>
      <Field
        label="视频号 ID"
        value={draft.finderUserName}
        maxLength={64}
        placeholder="sph 开头"
        onChange={finderUserName => change({ finderUserName })}
      />
      <Field
        label="视频的 feedId"
        value={draft.feedId}
        maxLength={200}
        hint="在视频号助手里复制"
        onChange={feedId => change({ feedId })}
      />
    </>
  )
}

/** Where it can be seen again, and from when on; or not any more. */
export function ReplaySheet({ opened, open, onClose }: ReplaySheetProps) {
  const { broadcastId, version, replay } = opened.broadcast
  const [draft, setDraft] = useState(() => replayDraftOf(replay))
  const change = (part: Partial<ReplayDraft>) => setDraft(before => ({ ...before, ...part }))
  const give = useCommand(api.live.giveReplay, { outdates: outdated })
  const put = async (given: { platform: Platform; from: number } | null, words: string) => {
    if (!(await give.run({ broadcastId, version, ...(given ? { replay: given } : {}) }))) return
    onClose()
    toast.show(words)
  }
  const platform = replayOf(draft)
  const from = replayFrom(draft.from, opened.now)
  return (
    <Sheet
      open={open}
      title={replay ? '换回放' : '放回放'}
      onClose={onClose}
      missing={platform === null ? missing[draft.kind] : undefined}
      note="之后可以换，也可以撤下"
      action={
        <>
          {replay ? (
            <Button kind="danger" onTap={() => put(null, '回放撤下了')}>
              撤下
            </Button>
          ) : null}
          <Button
            disabled={platform === null}
            onTap={() =>
              platform
                ? put({ platform, from }, draft.from === 'now' ? '回放放好了' : '明天 9:00 起能看')
                : undefined
            }
          >
            放上去
          </Button>
        </>
      }
    >
      <Options label="在哪里看" options={kinds} value={draft.kind} onChange={kind => change({ kind })} />
      <View className="mt-12">
        <AddressFields draft={draft} change={change} />
      </View>
      <View className="mt-12">
        <Options
          label="从什么时候能看"
          options={moments}
          value={draft.from}
          onChange={when => change({ from: when })}
        />
      </View>
    </Sheet>
  )
}
