import { View } from '@tarojs/components'
import { Face } from '@/rooms/Face'
import { PhotoRow } from '@/rooms/PhotoRow'
import { spokenAs } from '@/ui/a11y/spoken'
import { Badge } from '@/ui/badge/Badge'
import { Card } from '@/ui/card/Card'
import { sayWhen } from '@/ui/clock/moment'
import { Coin } from '@/ui/coin/Coin'
import { KeyValueRow } from '@/ui/keyValue/KeyValueRow'
import { kindWords, type Opened } from '../../moderation'

/** What its author says for it. */
export function AppealWords({ opened: { review, appeal, now } }: { opened: Opened }) {
  if (!appeal) return null
  const { author } = review
  return (
    <Card>
      <View className="row gap-12">
        <Face of={author} size={48} />
        <View className="grow">
          <View className="row row--between row--wrap gap-4">
            <View className="t16 medium">{author.name}的申诉</View>
            <Badge>只能申诉这一次</Badge>
          </View>
          <View className="t12 secondary">
            {[author.site, author.department, sayWhen(appeal.at, now)].filter(Boolean).join(' · ')}
          </View>
        </View>
      </View>
      <View className="t16 mt-12">{appeal.words}</View>
      <PhotoRow fileIds={appeal.pictures} alt={`${author.name}附的图片`} />
      {appeal.picturesChecking > 0 ? (
        <View className="t12 secondary mt-8">还有 {appeal.picturesChecking} 张图片在检查，过一会儿再看</View>
      ) : null}
    </Card>
  )
}

/** What was decided then, and what a restoration would bring back. */
export function AppealFacts({ opened: { review, decision, now } }: { opened: Opened }) {
  if (!decision) return null
  const { kind } = review
  return (
    <>
      <Card>
        <KeyValueRow label="当时的决定">
          移除{decision.muteDays > 0 ? `，停言 ${decision.muteDays} 天` : ''}
        </KeyValueRow>
        <KeyValueRow label="理由">{decision.reason}</KeyValueRow>
        <KeyValueRow label="谁决定的">
          {decision.by} · {sayWhen(decision.at, now)}
        </KeyValueRow>
        <KeyValueRow label="当时扣回">
          <Coin amount={-decision.reversed} />
        </KeyValueRow>
      </Card>
      <Card>
        <View className="t16 bold" {...spokenAs('heading', 2)}>
          如果恢复
        </View>
        <View className="t14 secondary mt-8">
          {kindWords[kind]}回到原处，{kind === 'post' ? '评论' : '回复'}和赞都在
        </View>
        <KeyValueRow label="沃币补回">
          <Coin amount={decision.reversed} signed marked />
        </KeyValueRow>
        {review.reports > 0 ? (
          <KeyValueRow label={`${review.reports} 位举报人`}>这次不计入准确率</KeyValueRow>
        ) : null}
      </Card>
    </>
  )
}
