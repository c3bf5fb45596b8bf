import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, useCommand, usePagesOf } from '@/api'
import { openPage } from '@/rooms/open'
import { type Application, stateTones, stateWords } from '@/rooms/union/public'
import { usePagedScreen } from '@/rooms/usePagedScreen'
import { Avatar } from '@/ui/avatar/Avatar'
import { Badge } from '@/ui/badge/Badge'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { sayWhen } from '@/ui/clock/moment'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { toast } from '@/ui/toast/store'
import { ReasonSheet } from '../../ReasonSheet'
import { membershipRevocations } from '../../reasons'

interface DecidedRowProps {
  application: Application
  now: number
  onRevoke: () => void
}

function DecidedRow({ application, now, onRevoke }: DecidedRowProps) {
  const { membershipId, applicant, associationName, state, trail, actions } = application
  const last = trail[trail.length - 1]
  return (
    <ListRow
      lead={<Avatar name={applicant.name} size={40} />}
      title={applicant.name}
      meta={[
        associationName,
        last
          ? `${last.by.name} · ${sayWhen(last.at, now)}${last.reason && state !== 'member' ? ` · ${last.reason}` : ''}`
          : '',
      ]}
      end={
        actions.includes('revoke') ? (
          <View onClick={event => event.stopPropagation()}>
            <Button kind="secondary" size="small" label={`撤销${applicant.name}的会员身份`} onTap={onRevoke}>
              撤销
            </Button>
          </View>
        ) : (
          <Badge tone={stateTones[state]}>{stateWords[state]}</Badge>
        )
      }
      chevron={false}
      onTap={() => openPage('access/approval', { kind: 'application', id: membershipId })}
    />
  )
}

/** What was decided, newest first; an approval can be taken back here, with a reason. */
export default function DecidedPage() {
  const screen = usePagedScreen(usePagesOf(api.union.listDecided, {}, { staleMs: 0, kept: false }))
  const [revoking, setRevoking] = useState<Application>()
  const revoke = useCommand(api.union.revoke, {
    outdates: [api.union.listDecided, api.union.openApplication, api.union.listAssociations],
    onDone: () => {
      toast.show(`已撤销，${revoking?.applicant.name ?? '对方'}会收到说明`)
      setRevoking(undefined)
    },
  })
  return (
    <Screen
      nav={<Nav title="已处理的申请" />}
      query={screen}
      skeleton={<SkeletonRows count={5} leadPx={40} roundLead />}
      isEmpty={loaded => loaded.every(({ applications }) => applications.length === 0)}
      empty={{ title: '还没有处理过', sentence: '同意或拒绝过的入会申请，都会留在这里。' }}
    >
      {loaded => (
        <View className="pad">
          <Card padding="none">
            {loaded.flatMap(({ applications, now }) =>
              applications.map(application => (
                <DecidedRow
                  key={application.membershipId}
                  application={application}
                  now={now}
                  onRevoke={() => setRevoking(application)}
                />
              )),
            )}
          </Card>
          {revoking ? (
            <ReasonSheet
              open
              onClose={() => setRevoking(undefined)}
              title="撤销会员身份"
              label={`${revoking.applicant.name}会看到`}
              placeholder="写一句为什么"
              reasons={membershipRevocations}
              action="撤销并说明"
              refusal
              note="撤销后对方不再是会员，可以重新申请"
              onSend={reason => revoke.run({ membershipId: revoking.membershipId, reason })}
            />
          ) : null}
        </View>
      )}
    </Screen>
  )
}
