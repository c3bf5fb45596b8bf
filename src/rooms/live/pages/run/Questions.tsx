import { isQuestion } from '@domain/live/message'
import { View } from '@tarojs/components'
import { api, type Output, useCommand } from '@/api'
import { openPage } from '@/rooms/open'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { ListRow } from '@/ui/listRow/ListRow'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { outdated } from '../../outdated'

type Opened = Output<typeof api.live.openRun>

/** What colleagues ask, and which of it everybody sees being answered. */
export function Questions({
  broadcast,
  latest,
  answering,
}: Pick<Opened, 'broadcast' | 'latest' | 'answering'>) {
  const { broadcastId, talkId } = broadcast
  const answer = useCommand(api.live.answerMessage, { outdates: outdated })
  const asked = latest.filter(({ body }) => isQuestion(body))
  return (
    <Card padding="none">
      <SectionHeader
        title="大家在问"
        more="全部留言"
        onMore={() => openPage('forum/post', { postId: talkId })}
      />
      {asked.length === 0 ? (
        <View className="t14 secondary" style={{ padding: '0 16px 16px' }}>
          最近的留言里还没有问题。
        </View>
      ) : null}
      {asked.map(({ messageId, name, body, likes }) => {
        const isOn = answering?.messageId === messageId
        return (
          <ListRow
            key={messageId}
            plain
            title={<View className="clamp-2">{body}</View>}
            meta={likes > 0 ? `${name} · ${likes} 个赞` : name}
            end={
              <Button
                kind={isOn ? 'soft' : 'secondary'}
                size="small"
                label={isOn ? `答完了：${body}` : `回答这条：${body}`}
                onTap={() => answer.run({ broadcastId, ...(isOn ? {} : { messageId }) })}
              >
                {isOn ? '答完了' : '回答这条'}
              </Button>
            }
          />
        )
      })}
    </Card>
  )
}
