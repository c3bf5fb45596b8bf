import { categoryNames } from '@domain/union/categories'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, useCommand, useHeldIds, usePullToRefresh, useQueryOf, useSession } from '@/api'
import { type AskedDecision, DecisionSheet, decideWithUndo } from '@/rooms/access/public'
import { DeskMenu } from '@/rooms/DeskMenu'
import { Face } from '@/rooms/Face'
import { backToWork, openPage } from '@/rooms/open'
import { usePageParams } from '@/rooms/usePageParams'
import { tappable } from '@/ui/a11y/tappable'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { Icon } from '@/ui/icon/Icon'
import { KeyValueRow } from '@/ui/keyValue/KeyValueRow'
import { goBack, Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { Timeline } from '@/ui/timeline/Timeline'
import { toast } from '@/ui/toast/store'
import { foundingSteps, foundingTitles, isLastWord } from '../../foundingTrail'
import { foundingQueries } from '../../outdated'

type Opened = Output<typeof api.union.openFounding>

function Paper({ founding, waitsFor, now }: Opened) {
  const { me } = useSession()
  const { name, category, site, headline, intro, reason, applicant, state, myTurn } = founding
  const waiting = waitsFor.map(one => {
    if (!one.mine) return one.name
    return one.employeeId === me?.employeeId ? '你' : `你（代${one.name}）`
  })
  return (
    <View className="pad column gap-12">
      <View className="t28 bold">{myTurn ? '等你决定' : foundingTitles[state]}</View>
      <Card>
        <View
          className="row gap-12"
          {...tappable()}
          onClick={() => openPage('forum/author', { authorId: applicant.employeeId })}
        >
          <Face of={applicant} size={48} />
          <View className="grow">
            <View className="t16 medium">{applicant.name}</View>
            <View className="t12 secondary">
              {applicant.site} · {applicant.department}
            </View>
          </View>
          <Icon name="next" size={16} />
        </View>
        <View className="t16 mt-12">{reason}</View>
      </Card>
      <Card padding="none">
        <KeyValueRow label="想创办" ruled>
          {name}
        </KeyValueRow>
        <KeyValueRow label="类别" ruled>
          {categoryNames[category]} · {site}
        </KeyValueRow>
        <KeyValueRow label="什么时候" ruled>
          {headline}
        </KeyValueRow>
        <KeyValueRow label="介绍" ruled>
          {intro}
        </KeyValueRow>
      </Card>
      <Card>
        <Timeline steps={foundingSteps(founding, { waitsFor: waiting, now })} />
      </Card>
    </View>
  )
}

interface ActionsProps {
  founding: Opened['founding']
  waitsFor: number
  onRefuse: () => void
  onApprove: () => void
}

/** Whatever the viewer can do about it now: decide, take it back, or go and see what came of it. */
function Actions({ founding, waitsFor, onRefuse, onApprove }: ActionsProps) {
  const { foundingId, state, mine, myTurn, name } = founding
  const withdraw = useCommand(api.union.withdrawFounding, {
    outdates: foundingQueries,
    onDone: () => toast.show('已撤回，想好了随时再提'),
  })
  if (myTurn)
    return (
      <BottomBar>
        <Button kind="danger" onTap={onRefuse}>
          拒绝
        </Button>
        <Button onTap={onApprove}>{isLastWord(founding, waitsFor) ? '同意成立' : '同意，交给下一位'}</Button>
      </BottomBar>
    )
  if (state === 'approved')
    return (
      <BottomBar>
        <Button onTap={() => openPage('union/association', { associationId: foundingId })}>去{name}</Button>
      </BottomBar>
    )
  if (mine && state === 'running')
    return (
      <BottomBar consequence="都同意之前可以撤回">
        <Button kind="secondary" onTap={() => withdraw.run({ foundingId })}>
          撤回申请
        </Button>
      </BottomBar>
    )
  return null
}

/** One proposal to found an association: everything about it, the trail, and what the viewer may do now. */
export default function FoundingPage() {
  const { foundingId = '' } = usePageParams()
  const query = useQueryOf(api.union.openFounding, { foundingId }, { staleMs: 0, kept: false })
  usePullToRefresh(query.refetch)
  const [asked, setAsked] = useState<AskedDecision>()
  const held = useHeldIds().has(foundingId)
  const founding = query.data?.founding
  const about = founding && {
    kind: 'founding' as const,
    ids: [foundingId],
    subject: `${founding.applicant.name} 创办${founding.name}`,
  }
  const shows = founding && (founding.myTurn || founding.state === 'approved' || founding.mine) && !held
  return (
    <Screen
      column
      nav={<Nav title="创会申请" />}
      side={founding && !founding.mine ? <DeskMenu here="admin" /> : undefined}
      query={query}
      skeleton={<SkeletonRows count={3} leadPx={48} roundLead />}
      bar={
        shows && about ? (
          <Actions
            founding={founding}
            waitsFor={query.data?.waitsFor.length ?? 0}
            onRefuse={() => setAsked({ ...about, decision: 'refuse', who: founding.applicant.name })}
            onApprove={() => {
              decideWithUndo({ ...about, decision: 'approve' })
              void goBack()
            }}
          />
        ) : undefined
      }
    >
      {opened => (
        <>
          <Paper {...opened} />
          <DecisionSheet asked={asked} onClose={() => setAsked(undefined)} onDecided={backToWork} />
        </>
      )}
    </Screen>
  )
}
