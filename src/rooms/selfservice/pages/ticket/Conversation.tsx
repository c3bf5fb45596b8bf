import { View } from '@tarojs/components'
import { fileUrl } from '@/api'
import { Face } from '@/rooms/Face'
import { spokenAs } from '@/ui/a11y/spoken'
import { Badge } from '@/ui/badge/Badge'
import { sayWhen } from '@/ui/clock/moment'
import { Explained } from '@/ui/explained/Explained'
import { Picture } from '@/ui/picture/Picture'
import type { Ticket } from '../../ticketWords'
import { streamOf } from './stream'
import type { Said } from './useNewWords'

function Photo({ fileId, checking, number }: Said['images'][number] & { number: number }) {
  return (
    <View className="mt-8">
      <Picture src={fileUrl(fileId)} alt={`第 ${number} 张照片`} width={160} />
      {checking ? <View className="t12 secondary">检查后对方才看得到</View> : null}
    </View>
  )
}

function Bubble({ said, own, now }: { said: Said; own: boolean; now: number }) {
  const { side, by, body, images, at } = said
  const face = own ? ' ticket__said--own' : side === 'note' ? ' ticket__said--note' : ''
  return (
    <View className={`ticket__said${face}`} {...spokenAs('listitem')}>
      <Face of={by} size={32} />
      <View className="ticket__words">
        {side === 'note' ? <Badge>内部备注</Badge> : null}
        <View className="ticket__bubble">
          {body ? (
            <View>
              <Explained text={body} />
            </View>
          ) : null}
          {images.map((image, index) => (
            <Photo key={image.fileId} {...image} number={index + 1} />
          ))}
          {body === '' && images.length === 0 ? <View className="secondary">一张照片，还在检查</View> : null}
        </View>
        <View className="t12 secondary mt-4">
          {own ? '' : `${by.name} · `}
          {sayWhen(at, now)}
        </View>
      </View>
    </View>
  )
}

interface ConversationProps {
  messages: readonly Said[]
  trail: Ticket['trail']
  handling: boolean
  now: number
}

/** What both sides said, one's own at the right, with what was done in between; for handlers their notes as well. */
export function Conversation({ messages, trail, handling, now }: ConversationProps) {
  return (
    <View className="column gap-12" {...spokenAs('list')} aria-label="对话" aria-live="polite">
      {streamOf(messages, trail).map(told =>
        'said' in told ? (
          <Bubble
            key={told.said.messageId}
            said={told.said}
            own={(told.said.side === 'owner') !== handling}
            now={now}
          />
        ) : (
          <View key={told.line.key} className="ticket__line" {...spokenAs('listitem')}>
            {sayWhen(told.line.at, now)} {told.line.words}
          </View>
        ),
      )}
    </View>
  )
}
