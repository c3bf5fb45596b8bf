import { View } from '@tarojs/components'
import { Face } from '@/rooms/Face'
import { openPage } from '@/rooms/open'
import { Badge } from '@/ui/badge/Badge'
import { Card } from '@/ui/card/Card'
import { sayWhen } from '@/ui/clock/moment'
import { Icon } from '@/ui/icon/Icon'
import { isPressing, kindWords, type Row, sayLeft, sayReason, sayReporters } from '../../moderation'

function Signs({ row, now }: { row: Row; now: number }) {
  const { state, hidden, kind, dueAt, decision } = row
  return (
    <View className="row row--between row--wrap gap-8">
      <View className="row row--wrap gap-8">
        {state === 'decided' ? (
          <Badge tone={decision?.verdict === 'remove' ? 'bad' : 'ok'}>
            {decision?.verdict === 'remove' ? '已移除' : '已保留'}
          </Badge>
        ) : (
          <Badge tone={state === 'open' && row.reports > 0 ? 'bad' : 'neutral'}>
            {state === 'appealed' ? '申诉' : row.reports > 0 ? '举报' : '图片'}
          </Badge>
        )}
        <Badge>{state === 'appealed' ? `被移除的${kindWords[kind]}` : sayReason(row)}</Badge>
        {hidden ? <Badge>自动隐去</Badge> : null}
      </View>
      {state === 'decided' ? null : (
        <View className={`t12 nowrap ${isPressing(dueAt, now) ? 'bad medium' : 'secondary'}`}>
          {sayLeft(dueAt, now)}
        </View>
      )}
    </View>
  )
}

/** One thing that somebody has to look at: why, by when, and what it says. */
export function ReviewCard({ row, now }: { row: Row; now: number }) {
  const { reviewId, state, kind, author, words, title, decision, mine } = row
  const place =
    state !== 'open' && decision
      ? `${decision.verdict === 'remove' ? '移除' : '保留'}于 ${sayWhen(decision.at, now)}`
      : kind === 'post'
        ? `帖子 · ${title}`
        : `评论，在「${title}」下`
  return (
    <Card onTap={() => openPage('access/review', { reviewId })}>
      <Signs row={row} now={now} />
      <View className="row row--top gap-12 mt-8">
        <Face of={author} size={40} />
        <View className="grow">
          <View className="t14 clamp-1">
            {author.name} · {place}
          </View>
          <View className="t14 clamp-2">「{words}」</View>
        </View>
      </View>
      <View className="row row--between gap-8 mt-8">
        <View className="t12 secondary grow">
          {sayReporters(row)}
          {mine || state === 'decided' ? '' : '，要另一位版主来看'}
        </View>
        <View className="row gap-4 t14 accent nowrap">
          {state === 'appealed' ? '看申诉' : '看这件'}
          <Icon name="next" size={16} />
        </View>
      </View>
    </Card>
  )
}
