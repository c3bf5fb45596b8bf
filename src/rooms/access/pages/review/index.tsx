import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, useHeldIds, useQueryOf } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { MODERATED_UNDO_SECONDS, RemoveSheet } from '@/rooms/forum/public'
import { backOr } from '@/rooms/open'
import { usePageParams } from '@/rooms/usePageParams'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { answerWithUndo, decideWithUndo, kindWords, type Opened, sayReason } from '../../moderation'
import { ReasonSheet } from '../../ReasonSheet'
import { appealAnswers, keepings } from '../../reasons'
import { AppealFacts, AppealWords } from './AppealPaper'
import { Reporters, ReviewTrail, Said } from './Reported'
import './review.scss'

type Asked = 'keep' | 'remove' | 'uphold' | 'restore'

const sheetWords = {
  keep: { title: '保留', action: '保留并说明', refusal: false, placeholder: '为什么可以保留' },
  uphold: { title: '维持移除', action: '维持并说明', refusal: true, placeholder: '写一句对方看得懂的话' },
  restore: { title: '恢复', action: '恢复并说明', refusal: false, placeholder: '为什么恢复' },
} as const

function Bar({ opened, onAsk }: { opened: Opened; onAsk: (asked: Asked) => void }) {
  if (opened.review.state === 'appealed') {
    return (
      <BottomBar>
        <Button kind="secondary" onTap={() => onAsk('uphold')}>
          维持移除
        </Button>
        <Button onTap={() => onAsk('restore')}>恢复，补回 {opened.decision?.reversed ?? 0}</Button>
      </BottomBar>
    )
  }
  return (
    <BottomBar>
      <Button kind="secondary" onTap={() => onAsk('keep')}>
        保留
      </Button>
      <Button kind="danger" onTap={() => onAsk('remove')}>
        {opened.beside ? '关掉讨论' : `移除这${opened.review.kind === 'post' ? '篇' : '条'}`}
      </Button>
    </BottomBar>
  )
}

interface SheetsProps {
  opened: Opened
  asked: Asked | undefined
  onClose: () => void
}

/** The last step of each decision; all of them can be taken back for ten seconds. */
function Sheets({ opened, asked, onClose }: SheetsProps) {
  const { review } = opened
  const { reviewId, version, author, kind } = review
  const deciding = { reviewId, version, subject: `${author.name}的${kindWords[kind]}` }
  const leave = () => {
    onClose()
    void backOr('access/moderation')
  }
  const spoken = asked === undefined || asked === 'remove' ? undefined : asked
  return (
    <>
      <RemoveSheet
        kind={kind}
        removal={{ ...opened, author }}
        open={asked === 'remove'}
        onClose={onClose}
        onRemove={(reason, penalty) => {
          decideWithUndo(deciding, 'remove', reason, penalty)
          leave()
        }}
      />
      {spoken ? (
        <ReasonSheet
          open
          onClose={onClose}
          {...sheetWords[spoken]}
          label={spoken === 'keep' ? '留在记录里，同事看不到' : `${author.name}会看到`}
          reasons={spoken === 'keep' ? keepings : appealAnswers[spoken]}
          note={`${MODERATED_UNDO_SECONDS} 秒内可以撤销，之后留在记录里`}
          onSend={reason => {
            if (spoken === 'keep') decideWithUndo(deciding, 'keep', reason)
            else answerWithUndo(deciding, spoken, reason)
            leave()
            return undefined
          }}
        />
      ) : null}
    </>
  )
}

function titleOf({ review }: Opened): string {
  if (review.state === 'appealed') return '申诉'
  return `${review.reports > 0 ? '举报' : '图片'} · ${sayReason(review)}`
}

/** One thing under review, with all that a decision about it needs. */
export default function ReviewPage() {
  const { reviewId = '' } = usePageParams()
  const query = useQueryOf(api.forum.openReview, { reviewId }, { staleMs: 0, kept: false })
  const [asked, setAsked] = useState<Asked>()
  const held = useHeldIds().has(reviewId)
  const opened = query.data
  const open = opened !== undefined && opened.review.state !== 'decided' && opened.review.mine && !held
  return (
    <Screen
      column
      nav={<Nav title={opened ? titleOf(opened) : '举报与申诉'} />}
      side={<DeskMenu here="access/moderation" />}
      query={query}
      skeleton={<SkeletonRows count={3} leadPx={48} roundLead />}
      bar={open ? <Bar opened={opened} onAsk={setAsked} /> : undefined}
    >
      {shown => (
        <View className="pad column gap-12">
          {shown.review.state === 'appealed' ? <AppealWords opened={shown} /> : null}
          <Said opened={shown} />
          {shown.review.state === 'appealed' ? <AppealFacts opened={shown} /> : null}
          <Reporters reporters={shown.reporters} total={shown.review.reports} />
          <ReviewTrail opened={shown} />
          <Sheets opened={shown} asked={asked} onClose={() => setAsked(undefined)} />
        </View>
      )}
    </Screen>
  )
}
