import type { TicketColumn } from '@domain/selfservice/ticket'
import { useState } from 'react'
import type { api, Output } from '@/api'
import { Chip, ChipRow } from '@/ui/chip/Chip'
import { ListRow } from '@/ui/listRow/ListRow'
import { Sheet } from '@/ui/sheet/Sheet'

export type Board = Output<typeof api.selfservice.openTicketBoard>

/** What of the tickets is looked at. */
export interface Wanted {
  column: TicketColumn
  whose: 'all' | 'mine' | 'unassigned'
  categoryId?: string | undefined
  site?: string | undefined
}

const columns: { key: TicketColumn; name: string }[] = [
  { key: 'incoming', name: '等人接' },
  { key: 'working', name: '处理中' },
  { key: 'asking', name: '等对方' },
  { key: 'done', name: '等确认' },
  { key: 'over', name: '已结束' },
]
const whoses: { key: Wanted['whose']; name: string }[] = [
  { key: 'all', name: '全部' },
  { key: 'mine', name: '我的' },
  { key: 'unassigned', name: '没人接的' },
]

interface PartProps {
  /** 类别 */
  label: string
  choices: readonly { key: string; name: string }[]
  chosen: string | undefined
  onChoose: (key: string | undefined) => void
}

/** One part of what is looked at: a chip that says what was chosen, and a sheet to choose from. */
function Part({ label, choices, chosen, onChoose }: PartProps) {
  const [open, setOpen] = useState(false)
  const name = choices.find(({ key }) => key === chosen)?.name
  const choose = (key: string | undefined) => {
    setOpen(false)
    onChoose(key)
  }
  return (
    <>
      {name === undefined ? (
        <Chip onTap={() => setOpen(true)}>按{label}</Chip>
      ) : (
        <Chip soft label={`不再只看${name}`} onTap={() => onChoose(undefined)}>
          {name} ×
        </Chip>
      )}
      <Sheet open={open} title={`只看哪个${label}`} onClose={() => setOpen(false)}>
        {choices.map(one => (
          <ListRow key={one.key} title={one.name} onTap={() => choose(one.key)} />
        ))}
      </Sheet>
    </>
  )
}

interface FiltersProps {
  wanted: Wanted
  first: Board | undefined
  onChange: (part: Partial<Wanted>) => void
}

/** How far tickets are, whose, of what category and of which site. */
export function Filters({ wanted, first, onChange }: FiltersProps) {
  // What may be chosen outlives the moment in which the next answer is waited for.
  const [known, setKnown] = useState(first)
  if (first && first !== known) setKnown(first)
  const countOf = (key: TicketColumn) =>
    first && (key === 'incoming' || key === 'working' || key === 'asking') ? ` ${first.counts[key]}` : ''
  return (
    <>
      <ChipRow>
        {columns.map(({ key, name }) => (
          <Chip key={key} on={key === wanted.column} onTap={() => onChange({ column: key })}>
            {name}
            {countOf(key)}
          </Chip>
        ))}
      </ChipRow>
      <ChipRow>
        {whoses.map(({ key, name }) => (
          <Chip key={key} on={key === wanted.whose} onTap={() => onChange({ whose: key })}>
            {name}
          </Chip>
        ))}
        <Part
          label="类别"
          choices={(known?.categories ?? []).map(({ categoryId, name }) => ({ key: categoryId, name }))}
          chosen={wanted.categoryId}
          onChoose={categoryId => onChange({ categoryId })}
        />
        {(known?.sites.length ?? 0) > 1 ? (
          <Part
            label="园区"
            choices={(known?.sites ?? []).map(site => ({ key: site, name: site }))}
            chosen={wanted.site}
            onChoose={site => onChange({ site })}
          />
        ) : null}
      </ChipRow>
    </>
  )
}
