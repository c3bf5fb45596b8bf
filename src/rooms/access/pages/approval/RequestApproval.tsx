import type { ReactNode } from 'react'
import { useHeldIds } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { backToWork } from '@/rooms/open'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Nav } from '@/ui/nav/Nav'
import { Screen, type ScreenQuery } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { type AskedDecision, DecisionSheet } from '../../DecisionSheet'

export const requestStates = {
  pending: { words: '等你核对', tone: 'accent' },
  approved: { words: '已同意', tone: 'ok' },
  refused: { words: '已拒绝', tone: 'bad' },
} as const

interface RequestApprovalProps<T> {
  title: string
  id: string
  query: ScreenQuery<T>
  /** Nothing can be decided any more. */
  isOver: boolean
  approveWords: string
  onRefuse: () => void
  onApprove: () => void
  asked: AskedDecision | undefined
  onAskedEnd: () => void
  children: (opened: T) => ReactNode
}

/** One request of a colleague for HR: what is asked, and a yes or a no. */
export function RequestApproval<T>(props: RequestApprovalProps<T>) {
  const { title, id, query, isOver, approveWords, onRefuse, onApprove, asked, onAskedEnd, children } = props
  const held = useHeldIds().has(id)
  return (
    <Screen
      column
      nav={<Nav title={title} />}
      side={<DeskMenu here="admin" />}
      query={query}
      skeleton={<SkeletonRows count={2} leadPx={48} roundLead />}
      bar={
        isOver || held ? undefined : (
          <BottomBar>
            <Button kind="danger" onTap={onRefuse}>
              拒绝
            </Button>
            <Button onTap={onApprove}>{approveWords}</Button>
          </BottomBar>
        )
      }
    >
      {opened => (
        <>
          {children(opened)}
          <DecisionSheet asked={asked} onClose={onAskedEnd} onDecided={backToWork} />
        </>
      )}
    </Screen>
  )
}
