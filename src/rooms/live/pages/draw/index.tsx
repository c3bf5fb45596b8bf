import { grouped } from '@domain/kernel/grouped'
import { type Checked, checkDraw, isDisclosed } from '@domain/live/draw'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, useQueryOf } from '@/api'
import { usePageParams } from '@/rooms/usePageParams'
import { Badge } from '@/ui/badge/Badge'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { copyText } from '@/ui/device/copyText'
import { Icon } from '@/ui/icon/Icon'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { type OpenedDraw, standingOf } from '../../drawWords'
import { sayMoment, sayPrizes } from '../../words'
import './draw.scss'

type Draw = OpenedDraw['draw']

interface StepProps {
  number: number
  title: string
  meta: string
  value: string | null
  /** What doing it again has shown; undefined: not yet. */
  right: boolean | undefined
}

/** One step of the draw: what was shown, and whether it holds. */
function Step({ number, title, meta, value, right }: StepProps) {
  return (
    <View className="draw__step">
      <View className="row gap-8">
        <View className="grow t16 medium">
          {number}. {title}
        </View>
        {right === undefined ? null : right ? (
          <Badge tone="ok" icon="check">
            对得上
          </Badge>
        ) : (
          <Badge tone="bad" icon="close">
            对不上
          </Badge>
        )}
      </View>
      <View className="t12 secondary mt-4">{meta}</View>
      {value === null ? null : <View className="draw__hash">{value}</View>}
    </View>
  )
}

function sayList(entries: number, mine: string | null): string {
  if (entries === 0) return '没有人达到条件，名单是空的'
  return `${entries} 个号码，${mine ? `你的是 ${mine}` : '里面没有你'}`
}

function Steps({ draw, mine, now, checked }: OpenedDraw & { checked: Checked | undefined }) {
  const { commitment, listHash, entries, seed, closedAt, drawnAt, winners } = draw
  return (
    <Card padding="none">
      <Step
        number={1}
        title="先封存种子"
        meta="发布直播时随机生成，只公布它的 SHA-256，谁也改不了"
        value={commitment}
        right={checked?.seed}
      />
      <Step
        number={2}
        title="再封名单"
        meta={
          closedAt === null
            ? '直播里达到条件的同事各有一个号码，封名单后公布它的 SHA-256'
            : `${sayMoment(closedAt, now)} · ${sayList(entries, mine)}`
        }
        value={closedAt === null ? null : listHash}
        right={checked?.list}
      />
      <Step
        number={3}
        title="公布种子，算出结果"
        meta={
          drawnAt === null
            ? '每个号码算 SHA-256(种子:名单摘要:号码)，最小的几个中奖'
            : `${sayMoment(drawnAt, now)} · ${entries > 0 ? `抽出 ${winners.length} 位` : '没有谁可抽'}`
        }
        value={seed}
        right={checked?.winners}
      />
    </Card>
  )
}

function Winners({ draw, mine }: Pick<OpenedDraw, 'draw' | 'mine'>) {
  const { winners, prizes, coins } = draw
  if (winners.length === 0) return null
  return (
    <Card padding="none">
      <SectionHeader title="中奖的同事" more={`${winners.length} 位`} />
      {winners.map(({ code, name, prize }) => {
        const won = prizes[prize]
        return (
          <ListRow
            key={code}
            lead="medal"
            title={code === mine ? `${name}（我）` : name}
            meta={<View className="draw__code">{code}</View>}
            end={
              <View className="t14">
                {won ? (won.kind === 'coins' ? `${grouped(coins)} 沃币` : won.name) : ''}
              </View>
            }
          />
        )
      })}
    </Card>
  )
}

function check({ commitment, seed, codes, listHash, prizes, winners }: Draw): Checked {
  return checkDraw({ commitment, seed: seed ?? '', codes, listHash, prizes, winners })
}

/** 验一验: the draw done again on this phone, out of what was shown of it. */
export default function DrawPage() {
  const { broadcastId = '' } = usePageParams()
  const query = useQueryOf(api.live.openDraw, { broadcastId }, { staleMs: 0 })
  const [checked, setChecked] = useState<Checked>()
  const { data } = query
  const isOut = data !== undefined && isDisclosed(data.draw.state)
  return (
    <Screen
      nav={<Nav title={isOut ? '验一验' : '抽奖'} />}
      query={query}
      skeleton={<SkeletonRows count={5} leadPx={0} />}
      bar={
        data && isOut ? (
          <BottomBar consequence="在这台手机上重新算一遍">
            <Button onTap={() => setChecked(check(data.draw))}>{checked ? '再验一遍' : '验一验'}</Button>
          </BottomBar>
        ) : null
      }
    >
      {opened => (
        <View className="pad column gap-12 mt-8">
          <View>
            <View className="t20 bold">{opened.title}</View>
            <View className="t14 secondary mt-4">奖品：{sayPrizes(opened.draw)}</View>
          </View>
          <Card padding="none">
            <ListRow lead="gift" {...standingOf(opened)} />
          </Card>
          <Winners {...opened} />
          {checked?.seed && checked.list && checked.winners ? (
            <View className="draw__result" aria-live="polite">
              <Icon name="verified" />
              三步都对得上，结果没有被动过。
            </View>
          ) : null}
          <Steps {...opened} checked={checked} />
          {isOut ? (
            <Button
              kind="text"
              onTap={() => copyText(JSON.stringify(opened.draw), '种子、名单和结果都复制好了')}
            >
              复制全部数据，用别的工具验
            </Button>
          ) : null}
        </View>
      )}
    </Screen>
  )
}
