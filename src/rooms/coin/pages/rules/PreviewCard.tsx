import { reasonNames } from '@domain/coin/reasons'
import { grouped } from '@domain/kernel/grouped'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, useQueryOf } from '@/api'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import type { Draft, Preview } from '../../rulesDraft'
import './rules.scss'

const changeOf = ({ was, becomes }: { was: number; becomes: number }) =>
  becomes === was ? '一样多' : `${becomes < was ? '少' : '多'} ${grouped(Math.abs(becomes - was))}`

function Line({ name, was, becomes, most }: { name: string; was: number; becomes: number; most: number }) {
  return (
    <View className="rules__line">
      <View className="row row--between t14">
        <View>{name}</View>
        <View className="row gap-8">
          {was === becomes ? null : (
            <>
              <View className="secondary">{grouped(was)}</View>
              <View className="unseen">变成</View>
            </>
          )}
          <View className={was === becomes ? '' : 'medium'}>{grouped(becomes)}</View>
        </View>
      </View>
      <View className="rules__bar">
        <View className="rules__bar-used" style={{ width: `${most > 0 ? (100 * becomes) / most : 0}%` }} />
      </View>
    </View>
  )
}

function Figures({ day, entries, people, coins, happyHour, reasons, fewer, mostLost, more }: Preview) {
  const shown = reasons.filter(({ was, becomes }) => was + becomes > 0)
  const most = Math.max(...shown.map(({ becomes }) => becomes), happyHour.becomes, 1)
  return (
    <>
      <View className="t12 secondary">
        {day}，{grouped(people)} 人得过，重放 {grouped(entries)} 笔{more ? '（只放前一万笔）' : ''}
      </View>
      <View className="rules__sum">{grouped(coins.becomes)}</View>
      <View className="t14 secondary">
        实际发出 {grouped(coins.was)}，{changeOf(coins)}
      </View>
      {shown.map(({ reason, was, becomes }) => (
        <Line key={reason} name={reasonNames[reason]} {...{ was, becomes, most }} />
      ))}
      <Line name="其中 Happy Hour 多出" {...happyHour} most={most} />
      <View className="t12 secondary mt-8">
        {fewer > 0 ? `${fewer} 位同事会比昨天少得，最多少 ${mostLost}。` : '没有人会比昨天少得。'}
        同一位同事的赞照草稿的上限算；到了上限没记下的不算在内。
      </View>
    </>
  )
}

/** Yesterday under a draft, once somebody asks or at once: `figures` are of this draft, and not of one before. */
export function usePreview(draft: Draft, { atOnce = false } = {}) {
  const [asked, setAsked] = useState<Draft | null>(atOnce ? draft : null)
  const query = useQueryOf(
    api.coin.previewRules,
    { draft: asked ?? draft },
    { enabled: asked !== null, kept: false },
  )
  const isOfThis = asked === draft
  return {
    figures: isOfThis ? query.data : undefined,
    isFailed: isOfThis && query.isError,
    busy: query.isFetching,
    onAsk: () => (isOfThis ? void query.refetch() : setAsked(draft)),
  }
}

/** What yesterday would have cost under the draft. */
export function PreviewCard({ figures, isFailed, busy, onAsk }: ReturnType<typeof usePreview>) {
  return (
    <Card>
      <View className="t16 bold">昨天如果用这份草稿</View>
      {figures ? (
        <Figures {...figures} />
      ) : (
        <>
          <View className="t12 secondary mt-4">
            {isFailed ? '没算出来，检查时段和上限再试' : '一笔一笔重放，什么都不会动'}
          </View>
          <View className="mt-12" />
          <Button kind="secondary" block busy={busy} onTap={onAsk}>
            算一算
          </Button>
        </>
      )}
    </Card>
  )
}
