import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { openPage } from '@/rooms/open'
import { unspoken } from '@/ui/a11y/ariaState'
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

interface OverListProps {
  label: string
  multiplier: number
  /** It says in a word what it begins. */
  worded?: boolean
  onTap: () => void
  children: ReactNode
}

/** Stands over a list. Doubled coins are said beside the button, whose own words its name then is made of. */
function OverList({ label, multiplier, worded = false, onTap, children }: OverListProps) {
  const isMore = multiplier > 1
  return (
    <View className={`compose-button${worded ? ' compose-button--worded' : ''}`}>
      <View
        className="compose-button__face"
        {...tappable(isMore ? `${label}，现在沃币 ${multiplier} 倍` : label)}
        onClick={onTap}
      >
        {children}
      </View>
      {isMore ? (
        <View className="compose-button__times" {...unspoken}>
          ×{multiplier}
        </View>
      ) : null}
    </View>
  )
}

/** The way to a post of one's own. */
export function ComposeButton({ multiplier, boardId }: ComposeButtonProps) {
  return (
    <OverList label="发帖" multiplier={multiplier} onTap={() => compose(boardId)}>
      <Icon name="pen" />
    </OverList>
  )
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
      <OverList label={`参与 #${name}#`} multiplier={multiplier} worded onTap={join}>
        <Icon name="pen" size={20} />
        参与
      </OverList>
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
