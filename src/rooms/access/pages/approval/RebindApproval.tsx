import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, useHeldIds, useQueryOf } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { Badge } from '@/ui/badge/Badge'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { sayWhen } from '@/ui/clock/moment'
import { KeyValueRow } from '@/ui/keyValue/KeyValueRow'
import { goBack, Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { type AskedDecision, DecisionSheet } from '../../DecisionSheet'
import { ApplicantHead } from './ApplicationPaper'

type Rebind = Output<typeof api.identity.openRebind>['rebind']

const states = {
  pending: { words: '等你核对', tone: 'accent' },
  approved: { words: '已同意', tone: 'ok' },
  refused: { words: '已拒绝', tone: 'bad' },
} as const

function RebindPaper({ rebind, now }: { rebind: Rebind; now: number }) {
  const { applicant, reason, oldPhoneMasked, newPhoneMasked, askedAt, state } = rebind
  return (
    <View className="pad column gap-12">
      <Card>
        <ApplicantHead
          name={applicant.name}
          meta={`${applicant.employeeId} · ${applicant.site} · ${applicant.department}`}
        />
        <View className="t16 mt-12">{reason}</View>
      </Card>
      <Card padding="none">
        <KeyValueRow label="原来的手机号" ruled>
          {oldPhoneMasked}
        </KeyValueRow>
        <KeyValueRow label="换成" ruled>
          {newPhoneMasked}
        </KeyValueRow>
        <KeyValueRow label="提交" ruled>
          {sayWhen(askedAt, now)}
        </KeyValueRow>
        <KeyValueRow label="状态" ruled>
          <Badge tone={states[state].tone}>{states[state].words}</Badge>
        </KeyValueRow>
      </Card>
      <View className="t12 secondary">
        同意后，原来的微信不能再进入，沃币和帖子都跟着本人。请先确认是本人。
      </View>
    </View>
  )
}

/** One request to move an account to another phone, for HR. */
export function RebindApproval({ rebindId }: { rebindId: string }) {
  const query = useQueryOf(api.identity.openRebind, { rebindId }, { kept: false })
  const [asked, setAsked] = useState<AskedDecision>()
  const held = useHeldIds().has(rebindId)
  const rebind = query.data?.rebind
  const ask = (decision: 'approve' | 'refuse') => {
    const who = rebind?.applicant.name ?? ''
    setAsked({ kind: 'rebind', ids: [rebindId], decision, subject: `${who} 换绑`, who })
  }
  return (
    <Screen
      nav={<Nav title="换绑申请" />}
      side={<DeskMenu here="admin" />}
      query={query}
      skeleton={<SkeletonRows count={2} leadPx={48} roundLead />}
      bar={
        rebind?.state === 'pending' && !held ? (
          <BottomBar>
            <Button kind="danger" onTap={() => ask('refuse')}>
              拒绝
            </Button>
            <Button onTap={() => ask('approve')}>同意换绑</Button>
          </BottomBar>
        ) : undefined
      }
    >
      {opened => (
        <>
          <RebindPaper {...opened} />
          <DecisionSheet asked={asked} onClose={() => setAsked(undefined)} onDecided={() => void goBack()} />
        </>
      )}
    </Screen>
  )
}
