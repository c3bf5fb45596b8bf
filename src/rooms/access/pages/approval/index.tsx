import { usePageParams } from '@/rooms/usePageParams'
import { ApplicationApproval } from './ApplicationApproval'
import { CorrectionApproval } from './CorrectionApproval'
import { RebindApproval } from './RebindApproval'

/** One thing to decide, with all that the decision needs. */
export default function ApprovalPage() {
  const { kind, id = '' } = usePageParams()
  if (kind === 'correction') return <CorrectionApproval correctionId={id} />
  return kind === 'rebind' ? <RebindApproval rebindId={id} /> : <ApplicationApproval membershipId={id} />
}
