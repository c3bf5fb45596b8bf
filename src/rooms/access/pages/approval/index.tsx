import { useRouter } from '@tarojs/taro'
import { ApplicationApproval } from './ApplicationApproval'
import { RebindApproval } from './RebindApproval'

/** One thing to decide, with all that the decision needs. */
export default function ApprovalPage() {
  const { kind, id = '' } = useRouter().params
  return kind === 'rebind' ? <RebindApproval rebindId={id} /> : <ApplicationApproval membershipId={id} />
}
