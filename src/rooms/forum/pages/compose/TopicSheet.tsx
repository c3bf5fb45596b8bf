import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, useQueryOf } from '@/api'
import { Button } from '@/ui/button/Button'
import { Field } from '@/ui/field/Field'
import { ListRow } from '@/ui/listRow/ListRow'
import { Sheet } from '@/ui/sheet/Sheet'

interface TopicSheetProps {
  open: boolean
  onClose: () => void
  onChoose: (name: string) => void
}

const TOPIC_CHARACTERS_MAX = 18
/** A sign of its own would end the topic early. */
const cleaned = (typed: string) => typed.replace(/[#\n]/g, '').trim()

/** What the post is about: one that is talked about, or a new one. */
export function TopicSheet({ open, onClose, onChoose }: TopicSheetProps) {
  const [typed, setTyped] = useState('')
  const { data } = useQueryOf(api.forum.listTopics, {}, { enabled: open })
  const name = cleaned(typed)
  const topics = (data?.topics ?? []).filter(topic => topic.name.includes(name)).slice(0, 8)
  return (
    <Sheet
      open={open}
      title="加个话题"
      onClose={onClose}
      action={
        <Button block disabled={name === ''} onTap={() => onChoose(name)}>
          {name === '' ? '写一个，或者点一个' : `用 #${name}#`}
        </Button>
      }
    >
      <Field
        label="话题"
        value={typed}
        onChange={setTyped}
        maxLength={TOPIC_CHARACTERS_MAX}
        placeholder="XC90 发布会"
      />
      <View className="mt-8">
        {topics.map(topic => (
          <ListRow
            key={topic.topicId}
            lead="hash"
            title={topic.name}
            meta={`${topic.posts} 条讨论`}
            chevron={false}
            onTap={() => onChoose(topic.name)}
          />
        ))}
      </View>
    </Sheet>
  )
}
