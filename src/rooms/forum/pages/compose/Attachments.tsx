import { View } from '@tarojs/components'
import { useState } from 'react'
import { tappable } from '@/ui/a11y/tappable'
import { Button } from '@/ui/button/Button'
import { Icon } from '@/ui/icon/Icon'
import { AttachedCard } from '../../components/AttachedCard'
import { CardSheet } from './CardSheet'
import type { Draft } from './draft'
import { PollEditor } from './PollEditor'
import { freshPoll } from './pollDraft'
import './attachments.scss'

interface AttachmentsProps {
  draft: Pick<Draft, 'poll' | 'card'>
  now: number
  pollProblem: string | undefined
  onChange: (part: Partial<Pick<Draft, 'poll' | 'card'>>) => void
}

/** What a post has besides words and pictures: a poll, and a card of an event or a product. */
export function Attachments({ draft: { poll, card }, now, pollProblem, onChange }: AttachmentsProps) {
  const [choosing, setChoosing] = useState(false)
  return (
    <View className="attachments">
      {poll ? (
        <PollEditor
          poll={poll}
          now={now}
          problem={pollProblem}
          onChange={changed => onChange({ poll: changed })}
          onRemove={() => onChange({ poll: null })}
        />
      ) : null}
      {card ? (
        <View className="attachments__card">
          <View className="grow">
            <AttachedCard card={card} now={now} />
          </View>
          <View
            className="attachments__cross"
            {...tappable('去掉附上的卡片')}
            onClick={() => onChange({ card: null })}
          >
            <Icon name="trash" size={20} />
          </View>
        </View>
      ) : null}
      {poll && card ? null : (
        <View className="attachments__offers">
          {poll ? null : (
            <Button kind="soft" size="small" icon="vote" onTap={() => onChange({ poll: freshPoll(now) })}>
              发起投票
            </Button>
          )}
          {card ? null : (
            <Button kind="soft" size="small" icon="cal" onTap={() => setChoosing(true)}>
              附上活动或商品
            </Button>
          )}
        </View>
      )}
      <CardSheet
        open={choosing}
        onClose={() => setChoosing(false)}
        onChoose={chosen => {
          setChoosing(false)
          onChange({ card: chosen })
        }}
      />
    </View>
  )
}
