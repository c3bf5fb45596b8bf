import { View } from '@tarojs/components'
import { useState } from 'react'
import { tappable } from '@/ui/a11y/tappable'
import { Icon } from '@/ui/icon/Icon'
import { calling, type Draft, joined } from './draft'
import { MentionSheet } from './MentionSheet'
import { TopicSheet } from './TopicSheet'

interface ToolsProps {
  draft: Draft
  onChange: (part: Partial<Draft>) => void
}

/** Calls a colleague, or names a topic. */
export function Tools({ draft, onChange }: ToolsProps) {
  const [open, setOpen] = useState<'mention' | 'topic'>()
  const close = () => setOpen(undefined)
  return (
    <View className="row">
      <View className="compose__tool" {...tappable('提到同事')} onClick={() => setOpen('mention')}>
        <Icon name="at" />
      </View>
      <View className="compose__tool" {...tappable('加话题')} onClick={() => setOpen('topic')}>
        <Icon name="hash" />
      </View>
      <MentionSheet
        open={open === 'mention'}
        onClose={close}
        onChoose={({ employeeId, name }) => {
          onChange(calling(draft, { employeeId, name }))
          close()
        }}
      />
      <TopicSheet
        open={open === 'topic'}
        onClose={close}
        onChoose={name => {
          onChange({ body: joined(draft.body, `#${name}#`) })
          close()
        }}
      />
    </View>
  )
}
