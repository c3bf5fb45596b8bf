import { useState } from 'react'
import { api, useHeldIds, useQueryOf } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { backToWork } from '@/rooms/open'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { type AskedDecision, DecisionSheet } from '../../DecisionSheet'
import { decideWithUndo } from '../../decisions'
import { ApplicationPaper } from './ApplicationPaper'
import { RevokeBar } from './RevokeBar'

/** One application for membership, for its president. */
export function ApplicationApproval({ membershipId }: { membershipId: string }) {
  const query = useQueryOf(api.union.openApplication, { membershipId }, { kept: false })
  const [asked, setAsked] = useState<AskedDecision>()
  const held = useHeldIds().has(membershipId)
  const application = query.data?.application
  const open = application?.actions.includes('approve') === true && !held
  const about = application && {
    kind: 'application' as const,
    ids: [membershipId],
    subject: `${application.applicant.name} 加入${application.associationName}`,
  }
  const approve = () => {
    if (about) decideWithUndo({ ...about, decision: 'approve' })
    void backToWork()
  }
  const bar =
    application && about && open ? (
      <BottomBar>
        <Button
          kind="danger"
          onTap={() =>
            setAsked({
              ...about,
              decision: 'refuse',
              who: application.applicant.name,
              nearer: query.data?.nearer ?? null,
            })
          }
        >
          拒绝
        </Button>
        <Button onTap={approve}>同意入会</Button>
      </BottomBar>
    ) : application?.actions.includes('revoke') && !held ? (
      <RevokeBar application={application} />
    ) : undefined
  return (
    <Screen
      column
      nav={<Nav title="入会申请" />}
      side={<DeskMenu here="admin" />}
      query={query}
      skeleton={<SkeletonRows count={3} leadPx={48} roundLead />}
      bar={bar}
    >
      {opened => (
        <>
          <ApplicationPaper {...opened} />
          <DecisionSheet asked={asked} onClose={() => setAsked(undefined)} onDecided={backToWork} />
        </>
      )}
    </Screen>
  )
}
