import { View } from '@tarojs/components'
import { useState } from 'react'
import type { api, Output } from '@/api'
import { Chip, ChipRow } from '@/ui/chip/Chip'
import { sayClock } from '@/ui/clock/moment'
import type { Draft } from './draft'
import { SiteChip } from './SiteChip'

type Composed = Output<typeof api.forum.openCompose>

interface DestinationProps {
  composed: Pick<Composed, 'boards' | 'sites'>
  draft: Draft
  problem: string | undefined
  savedAt: number | undefined
  onChange: (part: Partial<Draft>) => void
}

/**
 * Which board it goes to and where it is from. The board that is chosen already comes first: it is in sight, and keeps its
 * place when another is chosen.
 */
export function Destination({ composed, draft, problem, savedAt, onChange }: DestinationProps) {
  const { boardId: chosen, accountId, site } = draft
  const [begunIn] = useState(chosen)
  const open = composed.boards.filter(board => !board.closed)
  const chips = (boards: Composed['boards']) =>
    boards.map(({ boardId, name }) => (
      <Chip key={boardId} on={boardId === chosen} onTap={() => onChange({ boardId })}>
        {name}
      </Chip>
    ))
  return (
    <View className="compose__boards">
      <View className="compose__saved" aria-live="polite">
        {problem ? <View className="bad">{problem}</View> : <View>发到哪个版块</View>}
        {savedAt === undefined ? null : <View>草稿已存 {sayClock(savedAt)}</View>}
      </View>
      <ChipRow>
        {chips(open.filter(board => board.boardId === begunIn))}
        {accountId === undefined ? (
          <SiteChip sites={composed.sites} site={site} onChoose={one => onChange({ site: one })} />
        ) : null}
        {chips(open.filter(board => board.boardId !== begunIn))}
      </ChipRow>
    </View>
  )
}
