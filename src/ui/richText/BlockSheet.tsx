import { View } from '@tarojs/components'
import { useRef } from 'react'
import { spokenAs } from '../a11y/spoken'
import { Button } from '../button/Button'
import { Chip } from '../chip/Chip'
import { Sheet } from '../sheet/Sheet'
import { type BlockDraft, isText, phrasesOf, type TextDraft } from './blockDraft'
import { blockWords, textKinds } from './words'

interface BlockSheetProps {
  /** The block that is being changed; none: the sheet is shut. */
  draft: BlockDraft | undefined
  first: boolean
  last: boolean
  onClose: () => void
  onChange: (draft: BlockDraft) => void
  onMove: (by: -1 | 1) => void
  onRemove: () => void
}

interface LooksProps {
  draft: TextDraft
  onChange: (draft: TextDraft) => void
}

function Kinds({ draft, onChange }: LooksProps) {
  return (
    <View className="rich-editor__chips" {...spokenAs('radiogroup')} aria-label="这一段是什么">
      {textKinds.map(kind => (
        <Chip key={kind} on={kind === draft.kind} onTap={() => onChange({ ...draft, kind })}>
          {blockWords[kind]}
        </Chip>
      ))}
    </View>
  )
}

/** A phrase is tapped to stand out: nothing has to be selected with a thumb. */
function Phrases({ draft, onChange }: LooksProps) {
  const phrases = phrasesOf(draft.text)
  if (draft.kind === 'heading' || phrases.length === 0) return null
  const toggle = (phrase: string) => {
    const without = draft.bold.filter(one => one !== phrase)
    onChange({ ...draft, bold: without.length < draft.bold.length ? without : [...draft.bold, phrase] })
  }
  return (
    <>
      <View className="rich-editor__label">点一下，这几个字加粗</View>
      <View className="rich-editor__chips" {...spokenAs('group')} aria-label="加粗">
        {phrases.map(phrase => (
          <Chip key={phrase} on={draft.bold.includes(phrase)} onTap={() => toggle(phrase)}>
            {phrase}
          </Chip>
        ))}
      </View>
    </>
  )
}

/** What one block is, what of it stands out, and where it stands. */
export function BlockSheet({
  draft: opened,
  first,
  last,
  onClose,
  onChange,
  onMove,
  onRemove,
}: BlockSheetProps) {
  // The sheet slides out with its block still on it.
  const shown = useRef(opened)
  if (opened) shown.current = opened
  const draft = shown.current
  return (
    <Sheet
      open={opened !== undefined}
      title="这一段"
      onClose={onClose}
      action={
        <Button kind="danger" onTap={onRemove}>
          去掉这一段
        </Button>
      }
    >
      {draft && isText(draft) ? (
        <>
          <Kinds draft={draft} onChange={onChange} />
          <Phrases draft={draft} onChange={onChange} />
        </>
      ) : null}
      <View className="rich-editor__label">放在哪里</View>
      <View className="rich-editor__chips">
        <Button kind="secondary" size="small" disabled={first} onTap={() => onMove(-1)}>
          往上
        </Button>
        <Button kind="secondary" size="small" disabled={last} onTap={() => onMove(1)}>
          往下
        </Button>
      </View>
    </Sheet>
  )
}
