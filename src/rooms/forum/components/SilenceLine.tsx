import { openPage } from '@/rooms/open'
import { sayMoment } from '@/ui/clock/moment'
import type { Silence } from '../post'
import { Strip } from './Strip'

/** Says to whoever may publish nothing for a while until when and why, before they write, and leads to what they can do. */
export function SilenceLine({ silence, now }: { silence: Silence; now: number }) {
  const { until, reason, reviewId, appealable } = silence
  const way =
    reviewId === null
      ? { words: '看通知', onTap: () => openPage('notice/inbox') }
      : {
          words: appealable ? '申诉' : '看结果',
          onTap: () => openPage('forum/appeal', { reviewId }),
        }
  return <Strip title={`停言到 ${sayMoment(until, now)}`} note={reason ?? '原因在通知里'} way={way} />
}
