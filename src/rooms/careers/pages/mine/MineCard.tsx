import {
  candidateStateNames,
  isLive,
  isObjection,
  type WayBack as Way,
  wayBackOf,
} from '@domain/careers/candidate'
import { sayInterview } from '@domain/careers/interview'
import { View } from '@tarojs/components'
import { api, holdCommand, type Output, useCommand, useHeldIds } from '@/api'
import { openPage } from '@/rooms/open'
import { Badge } from '@/ui/badge/Badge'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { sayWhen } from '@/ui/clock/moment'
import { Coin } from '@/ui/coin/Coin'
import { Timeline } from '@/ui/timeline/Timeline'
import { toast } from '@/ui/toast/store'
import { openResume } from '../../openResume'
import { ownQueries } from '../../words'

type Mine = Output<typeof api.careers.listMine>['candidates'][number]

const toneOf = (state: Mine['state']) => (state === 'hired' ? 'ok' : isLive(state) ? 'accent' : 'neutral')

/** Whom it is about, as far as one is shown. */
const whoIs = ({ kind, friend }: Mine) =>
  kind === 'internal' ? '我自己' : friend ? `${friend.name} ${friend.phone}` : '资料已删除'

function Steps({ mine, now }: { mine: Mine; now: number }) {
  return (
    <Timeline
      steps={mine.steps.map(({ state, at, interview }, place) => ({
        key: String(place),
        title: candidateStateNames[state],
        meta: interview ? sayInterview(interview, now) : undefined,
        when: sayWhen(at, now),
        state: place === mine.steps.length - 1 ? 'now' : 'done',
      }))}
    />
  )
}

function sayAfter(way: Way, isOwn: boolean): string {
  if (isOwn) return '数到 0 就删除，招聘同事不再看得到'
  return way === 'clear' ? '数到 0 就删除，入职和奖励不变' : '数到 0 就全部删除，不再继续'
}

/**
 * Until recruiting has called, a tap takes it back; after that only the friend's word ends it, and all of theirs with it. Of
 * one's own application what was written goes early, once it is over.
 */
function WayBack({ mine }: { mine: Mine }) {
  const { candidateId, version, friend, kind } = mine
  const way = wayBackOf({ ...mine, kept: mine.eraseAt !== null })
  const isHeld = useHeldIds().has(candidateId)
  const takeBack = useCommand(api.careers.takeBack, {
    outdates: ownQueries,
    onDone: () => toast.show('撤回了，资料已经删除'),
  })
  if (way === null || isHeld) return null
  const isOwn = kind === 'internal'
  const whose = isOwn ? '我写的资料' : `${friend?.name ?? '朋友'}的资料`
  const clear = () =>
    holdCommand(
      api.careers.takeBack,
      { candidateId, version },
      {
        ids: [candidateId],
        subject: `删除${whose}`,
        outdates: ownQueries,
        said: isOwn ? `删除${whose}` : `替朋友删除${whose}`,
        after: sayAfter(way, isOwn),
        tooLate: '已经删除了',
      },
    )
  return isObjection(way) ? (
    <Button kind="text" size="small" onTap={clear}>
      {isOwn ? '删除我写的' : '朋友要删资料'}
    </Button>
  ) : (
    <Button kind="text" size="small" onTap={() => takeBack.run({ candidateId, version })}>
      撤回
    </Button>
  )
}

/** One recommendation or application, with how it went so far. */
export function MineCard({ mine, now }: { mine: Mine; now: number }) {
  const { positionId, positionTitle, city, state, reward } = mine
  const meta = mine.kind === 'internal' ? (mine.leadTold ? '上级知道了' : '上级还不知道') : '内推'
  return (
    <Card>
      <View className="row row--between gap-8">
        <View className="t16 medium grow">{whoIs(mine)}</View>
        <Badge tone={toneOf(state)}>{candidateStateNames[state]}</Badge>
      </View>
      <View className="t14 secondary mt-4">
        {positionTitle} · {city} · {meta}
      </View>
      <View className="mt-12">
        <Steps mine={mine} now={now} />
      </View>
      {reward > 0 ? (
        <View className="row gap-8 mt-8">
          <View className="t14 secondary">内推奖励</View>
          <Coin amount={reward} signed />
        </View>
      ) : null}
      <View className="row gap-8 mt-12">
        <Button kind="secondary" size="small" onTap={() => openPage('careers/position', { positionId })}>
          看职位
        </Button>
        {mine.hasResume ? (
          <Button kind="text" size="small" onTap={() => openResume(mine.candidateId)}>
            看简历
          </Button>
        ) : null}
        <WayBack mine={mine} />
      </View>
    </Card>
  )
}
