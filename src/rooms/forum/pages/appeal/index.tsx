import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { api, fileUrl, type Output, usePullToRefresh, useQueryOf, useRefreshOnShow } from '@/api'
import { openPage } from '@/rooms/open'
import { PhotoRow } from '@/rooms/PhotoRow'
import { usePageParams } from '@/rooms/usePageParams'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { sayMoment, sayWhen } from '@/ui/clock/moment'
import { Coin } from '@/ui/coin/Coin'
import { KeyValueRow } from '@/ui/keyValue/KeyValueRow'
import { Nav } from '@/ui/nav/Nav'
import { PictureGrid } from '@/ui/picture/PictureGrid'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { AppealBar } from './AppealBar'
import './appeal.scss'

type Opened = Output<typeof api.forum.openMyReview>

/** How it stands, in a few words. */
function outcomeOf({ state, hidden, decision, appeal }: Opened): string {
  if (state === 'appealed') return '申诉在看'
  if (state === 'open') return hidden ? '暂时隐去了' : '版主在看'
  if (decision?.verdict === 'keep') return '可以看到了'
  return appeal?.answer?.verdict === 'restore' ? '恢复了' : '被移除了'
}

function Decision({ decision, mutedUntil, now }: Pick<Opened, 'decision' | 'mutedUntil' | 'now'>) {
  if (decision?.verdict !== 'remove') return null
  return (
    <Card padding="none">
      <KeyValueRow label="理由" ruled>
        {decision.reason}
      </KeyValueRow>
      <KeyValueRow label="时间" ruled>
        {sayWhen(decision.at, now)}
      </KeyValueRow>
      <KeyValueRow label="扣回" ruled>
        <Coin amount={-decision.reversed} />
      </KeyValueRow>
      {decision.offence ? null : (
        <KeyValueRow label="违规" ruled>
          不计
        </KeyValueRow>
      )}
      {mutedUntil === null ? null : (
        <KeyValueRow label="停言到" ruled>
          {sayWhen(mutedUntil, now)}
        </KeyValueRow>
      )}
    </Card>
  )
}

function Appeal({ appeal, dueAt, now }: Pick<Opened, 'appeal' | 'dueAt' | 'now'>) {
  if (!appeal) return null
  const { words, pictures, at, answer } = appeal
  return (
    <Card>
      <View className="t12 secondary">我的申诉 · {sayWhen(at, now)}</View>
      <View className="t16 mt-4">{words}</View>
      <PhotoRow fileIds={pictures} alt="我附的图片" />
      {answer ? (
        <>
          <View className="t12 secondary mt-12">另一位版主 · {sayWhen(answer.at, now)}</View>
          <View className="t16 mt-4">{answer.reason}</View>
          {answer.repaid > 0 ? (
            <KeyValueRow label="补回">
              <Coin amount={answer.repaid} signed />
            </KeyValueRow>
          ) : null}
        </>
      ) : (
        <View className="t12 secondary mt-12">
          {now < dueAt
            ? `${sayMoment(dueAt, now)} 前由另一位版主答复`
            : `说好 ${sayMoment(dueAt, now)} 前答复，晚了，另一位版主还在看`}
        </View>
      )}
    </Card>
  )
}

/** What it is about, whole: its author may not see it anywhere else any more. */
function Said({ kind, title, words, pictures }: Pick<Opened, 'kind' | 'title' | 'words' | 'pictures'>) {
  const urls = pictures.map(fileUrl)
  return (
    <Card>
      {kind === 'post' ? <View className="t16 bold">{title}</View> : null}
      <View className={`appeal__words t16${kind === 'post' ? ' mt-8' : ''}`}>{words}</View>
      {urls.length > 0 ? (
        <View className="mt-12">
          <PictureGrid
            pictures={urls}
            alt="我的图片"
            onOpen={index => void Taro.previewImage({ urls, current: urls[index] ?? '' })}
          />
        </View>
      ) : null}
    </Card>
  )
}

function Paper(opened: Opened) {
  const { kind, title, postId, state, decision, appeal } = opened
  const stands = state === 'open' || decision?.verdict === 'keep' || appeal?.answer?.verdict === 'restore'
  return (
    <View className="pad column gap-12">
      <View>
        <View className="t28 bold">{outcomeOf(opened)}</View>
        <View className="t12 secondary">
          {kind === 'post' ? '我的帖子' : `我在「${title}」下的评论`}
          {state === 'open' ? '，24 小时内会有答复' : ''}
        </View>
      </View>
      <Said {...opened} />
      <Decision {...opened} />
      <Appeal {...opened} />
      {stands ? (
        <Button kind="secondary" block onTap={() => openPage('forum/post', { postId })}>
          看帖子
        </Button>
      ) : null}
    </View>
  )
}

/** What moderators did with something of mine, why, and what I can do about it. */
export default function AppealPage() {
  const { reviewId = '' } = usePageParams()
  const query = useQueryOf(api.forum.openMyReview, { reviewId }, { staleMs: 0 })
  useRefreshOnShow(query)
  usePullToRefresh(query.refetch)
  const opened = query.data
  return (
    <Screen
      nav={<Nav title="处理结果" />}
      query={query}
      skeleton={<SkeletonRows count={3} leadPx={0} />}
      bar={
        opened && opened.appealUntil !== null ? (
          <AppealBar reviewId={reviewId} until={opened.appealUntil} now={opened.now} />
        ) : undefined
      }
    >
      {Paper}
    </Screen>
  )
}
