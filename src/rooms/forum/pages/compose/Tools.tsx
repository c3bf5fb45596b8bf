import { View } from '@tarojs/components'
import { useState } from 'react'
import { tappable } from '@/ui/a11y/tappable'
import { Icon } from '@/ui/icon/Icon'
import { joined } from '../../calling'
import { MentionSheet } from '../../components/MentionSheet'
import type { useMentioning } from '../../useMentioning'
import type { Draft } from './draft'
import { TopicSheet } from './TopicSheet'

interface ToolsProps {
  draft: Draft
  mentioning: ReturnType<typeof useMentioning>
  onChange: (part: Partial<Draft>) => void
  /** Absent where no more pictures go with a post, and where those that do stay as they are. */
  onPicture?: (() => void) | undefined
}

/** Adds pictures, calls a colleague, or names a topic. */
export function Tools({ draft, mentioning, onChange, onPicture }: ToolsProps) {
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <View className="row">
      {onPicture ? (
        <View className="compose__tool" {...tappable('加图片')} onClick={onPicture}>
          <Icon name="img" />
        </View>
      ) : null}
      <View className="compose__tool" {...tappable('提到同事')} onClick={mentioning.ask}>
        <Icon name="at" />
      </View>
      <View className="compose__tool" {...tappable('加话题')} onClick={() => setOpen(true)}>
        <Icon name="hash" />
      </View>
      <MentionSheet {...mentioning.sheet} />
      <TopicSheet
        open={open}
        onClose={close}
        onChoose={name => {
          onChange({ body: joined(draft.body, `#${name}#`) })
          close()
        }}
      />
    </View>
  )
}
