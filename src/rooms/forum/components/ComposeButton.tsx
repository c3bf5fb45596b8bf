import { View } from '@tarojs/components'
import { useState } from 'react'
import { openPage } from '@/rooms/open'
import { tappable } from '@/ui/a11y/tappable'
import { Button } from '@/ui/button/Button'
import { Icon } from '@/ui/icon/Icon'
import { Sheet } from '@/ui/sheet/Sheet'
import { isBlank, readDraft } from '../pages/compose/draft'
import './composeButton.scss'

/** Begins a post, in the board that the reader stands in if it takes posts. */
export function compose(boardId: string | undefined): void {
  openPage('forum/compose', boardId === undefined ? undefined : { boardId })
}

interface ComposeButtonProps {
  multiplier: number
  boardId: string | undefined
}

/** The way to a post of one's own, over the list. Doubled coins are said on it. */
export function ComposeButton({ multiplier, boardId }: ComposeButtonProps) {
  return (
    <View
      className="compose-button"
      {...tappable(sayDoubled('发帖', multiplier))}
      onClick={() => compose(boardId)}
    >
      <Icon name="pen" />
      <Times multiplier={multiplier} />
    </View>
  )
}

const sayDoubled = (what: string, multiplier: number) =>
  multiplier > 1 ? `${what}，现在沃币 ${multiplier} 倍` : what

function Times({ multiplier }: { multiplier: number }) {
  return multiplier > 1 ? <View className="compose-button__times">×{multiplier}</View> : null
}

/** What the reader is writing about something else; null: nothing, or it names the topic already. */
function otherDraft(topic: string): string | null {
  const draft = readDraft()?.draft
  if (!draft || isBlank(draft) || draft.body.includes(`#${topic}#`)) return null
  return [draft.title, draft.body].filter(Boolean).join('：')
}

/** The same on a topic's page: the post begins with the topic. Whoever is writing something else is asked which it is. */
export function JoinTopicButton({ name, multiplier }: { name: string; multiplier: number }) {
  const [other, setOther] = useState<string | null>(null)
  const begin = (more: Readonly<Record<string, string>> = {}) => {
    setOther(null)
    openPage('forum/compose', { topic: name, ...more })
  }
  const join = () => {
    const found = otherDraft(name)
    if (found === null) begin()
    else setOther(found)
  }
  return (
    <>
      <View
        className="compose-button compose-button--worded"
        {...tappable(sayDoubled(`参与 #${name}#`, multiplier))}
        onClick={join}
      >
        <Icon name="pen" size={20} />
        参与
        <Times multiplier={multiplier} />
      </View>
      <Sheet
        open={other !== null}
        title="还有一帖没写完"
        onClose={() => setOther(null)}
        note="草稿只存一份：另写一帖，一动笔就换下原来的"
        action={
          <>
            <Button kind="secondary" block onTap={() => begin({ fresh: 'yes' })}>
              另写一帖
            </Button>
            <Button block onTap={() => begin()}>
              接着写草稿
            </Button>
          </>
        }
      >
        <View className="t14 secondary clamp-3">{other}</View>
      </Sheet>
    </>
  )
}
